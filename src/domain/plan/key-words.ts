/** The key of a measure in its plan's reading as people say it: m005 is 读出的第 5 条. */
export const keyWords = (key: string): string => `读出的第 ${Number(key.slice(1)) || key} 条`;
