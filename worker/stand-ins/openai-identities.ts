/** Stands for the ways to sign in with a machine's identity; Tributary signs in with a key. */
function unused(): never {
  throw new Error("Tributary signs in with an API key.");
}

export function isX509WorkloadIdentity(): boolean {
  return false;
}

export function snapshotX509RequestOptions<T>(options: T): T {
  return options;
}

function accept(): void {}

export {
  accept as assertX509RequestOptions,
  unused as WorkloadIdentityAuth,
  unused as X509WorkloadIdentityAuth,
};
