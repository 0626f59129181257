/** What `/embed/<version>.js` is called. A change that visitors can notice gets a new one; released files never change. */
export const version = "1.0.0";
