/** Stands for the reading of certificates, which only a passkey's maker would send; nobody is asked for one. */
function unread(): never {
  throw new Error("Certificates of authenticators are not read.");
}

export {
  unread as AuthorityKeyIdentifierExtension,
  unread as BasicConstraints,
  unread as CRLDistributionPointsExtension,
  unread as Certificate,
  unread as ExtendedKeyUsage,
  unread as KeyDescription,
  unread as RSAPublicKey,
  unread as SubjectAlternativeName,
  unread as SubjectKeyIdentifierExtension,
  unread as X509Certificate,
  unread as X509ChainBuilder,
  unread as X509Crl,
};

/** Names of parts that are never looked for. */
const none = "";

export {
  none as id_ce_basicConstraints,
  none as id_ce_extKeyUsage,
  none as id_ce_keyDescription,
  none as id_ce_subjectAltName,
  none as id_rsaEncryption,
};
