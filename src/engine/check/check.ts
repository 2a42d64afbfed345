import type { Definition } from '../../../workflows/catalogue.js';
import { conductFindings } from './conduct-rules.js';
import { explore } from './explore.js';
import type { Finding } from './finding.js';
import { reachFindings } from './reach-rules.js';
import { textFindings, unusableGuards } from './text-rules.js';

export type { Finding } from './finding.js';

/**
 * Proves one definition over all its reachable configurations; an empty list is the proof. Each finding names a fault
 * in plain Chinese with the shortest story that shows it. About 2 s of CPU for the largest definition.
 */
export function checkDefinition(definition: Definition): Finding[] {
  const inText = textFindings(definition);
  if (unusableGuards(definition).length > 0) return inText;
  const walk = explore(definition);
  return [...inText, ...reachFindings(walk), ...conductFindings(walk)];
}

/** A finding as lines for the terminal or a page. */
export function printFinding(finding: Finding): string {
  return [`${finding.message}〔${finding.code}〕`, ...finding.story.map((line) => `    ${line}`)].join('\n');
}
