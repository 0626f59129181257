/** Stands for the reading of certificates, which only a passkey's maker would send; nobody is asked for one. */
function unread(): never {
  throw new Error("Certificates of authenticators are not read.");
}

export {
  unread as AuthorityKeyIdentifierExtension,
  unread as CRLDistributionPointsExtension,
  unread as SubjectKeyIdentifierExtension,
  unread as X509Certificate,
  unread as X509ChainBuilder,
  unread as X509Crl,
};
