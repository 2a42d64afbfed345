export interface ProcessPlace {
  pid: number;
  folders: string[];
}

export interface ProcessState {
  bytes: number;
  handles: number;
  files: string[];
}

/** What a running server holds now. */
export function stateOf(where: ProcessPlace): ProcessState;

/** The same once its handles are no more than `most`, or after `seconds`. */
export function settled(where: ProcessPlace, most: number, seconds?: number): Promise<ProcessState>;
