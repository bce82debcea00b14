/**
 * A value or a range in one text without UCUM's annotations, which are no units: "5.6 {INR}" is 5.6. What stands in a
 * ratio ("72 {beats}/min") and words that somebody wrote stay as they are.
 */
export const withoutAnnotations = (text: string): string => text.replace(/(?<=\d)\s?\{[^{}\s]*\}(?!\/)/g, '');
