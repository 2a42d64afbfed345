/** Data for programs and pipes. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Messages for people. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
