import { escapeXml, XML_HEAD } from '../xml.js';
import { SPREADSHEET } from './styles.js';

/** The workbook's table of texts: each different text is stored once and cells hold its number. */
export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private used = 0;

  /** Number of the text, which is added when it is new. */
  numberOf(text: string): number {
    this.used += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** xl/sharedStrings.xml. */
  xml(): string {
    let items = '';
    for (const text of this.numbers.keys()) items += `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`;
    return `${XML_HEAD}<sst xmlns="${SPREADSHEET}" count="${this.used}" uniqueCount="${this.numbers.size}">${items}</sst>`;
  }
}
