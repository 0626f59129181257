/**
 * Stands for the proofs of a passkey's maker. None is asked for (`attestation: "none"`), so a registration that brings one
 * that only these could check is refused.
 */
async function refuse(): Promise<boolean> {
  return false;
}

function refuseCertificate(): never {
  throw new Error("Certificates of authenticators are not read.");
}

export {
  refuseCertificate as getCertificateInfo,
  refuseCertificate as validateCertificatePath,
  refuse as verifyAttestationWithMetadata,
  refuse as verifyAttestationAndroidKey,
  refuse as verifyAttestationAndroidSafetyNet,
  refuse as verifyAttestationApple,
  refuse as verifyAttestationFIDOU2F,
  refuse as verifyAttestationTPM,
};
