/** Where a file of `tools/testing/data` is: answers and requests recorded in the field, phrases and sentences of people, states of earlier versions. */
export const dataFile = (path: string): URL => new URL(`../data/${path}`, import.meta.url);
