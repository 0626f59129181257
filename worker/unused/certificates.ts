/** Stands for the reading of certificates, which only a passkey's maker would send; nobody is asked for one. */
class Unread {
  constructor() {
    throw new Error("Certificates of authenticators are not read.");
  }
}

export {
  Unread as AuthorityKeyIdentifierExtension,
  Unread as CRLDistributionPointsExtension,
  Unread as SubjectKeyIdentifierExtension,
  Unread as X509Certificate,
  Unread as X509ChainBuilder,
  Unread as X509Crl,
};
