export const withoutWords = "No words for those who cannot see it yet";
