/** The part of word-extractor that the specs use to check their sample files; the package ships no types of its own. */
declare module 'word-extractor' {
  export default class WordExtractor {
    extract(source: Buffer): Promise<{ getBody(): string }>;
  }
}
