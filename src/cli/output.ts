import { currentRun } from './command-run.js';

/** Data for programs and pipes. */
export function print(text: string): void {
  currentRun().print(text);
}

/** Messages for people. */
export function say(text: string): void {
  currentRun().say(text);
}

/** The command did its work and found a fault: exit code 1. */
export function foundFault(): void {
  currentRun().foundFault = true;
}
