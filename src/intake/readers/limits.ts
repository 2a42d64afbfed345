const MIB = 1024 * 1024;

/** Ceilings for files that nobody has vouched for; a plan of a hundred pages stays far below each. */
export const limits = {
  fileBytes: 32 * MIB,
  zipEntries: 4000,
  /** One inflated part that is read (document.xml, a sheet). */
  partBytes: 24 * MIB,
  /** All parts together, pictures included, as the archive declares them. */
  archiveBytes: 512 * MIB,
  /** Inflated to packed size, judged only above `ratioFromBytes`. */
  ratio: 200,
  ratioFromBytes: MIB,
  xmlNodes: 600_000,
  xmlDepth: 200,
  htmlNodes: 300_000,
  htmlDepth: 1500,
  /** Ruled lines of a page beyond which it is a drawing, not a table. */
  pdfRules: 3000,
  /** Steps of a page's drawing that are kept; where there are more, its words are asked for apart. */
  pdfSteps: 100_000,
  pdfPages: 400,
  gridCells: 400_000,
  textChars: 2_000_000,
} as const;
