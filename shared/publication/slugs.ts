/** When two addresses are one: whatever case or Unicode form they were written or copied in. Must not know how slugs are made. */

/** How slugs are compared and kept. A slug is shown as it was made. */
export const slugKey = (slug: string): string => slug.normalize('NFKC').toLowerCase().normalize('NFC');
