import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PRIVATE = 'log-key.pem';
const PUBLIC = 'log-key.pub.pem';

/** The installation's Ed25519 key for signing its log. Signatures are lower-case hex. */
export class LogKey {
  private constructor(private readonly secret: KeyObject) {}

  /**
   * The key in `folder` (file mode 0600), made on first use; its public half lies beside it, to be handed to whoever
   * checks the log from outside.
   */
  static in(folder: string): LogKey {
    const file = join(folder, PRIVATE);
    if (existsSync(file)) return new LogKey(createPrivateKey(readFileSync(file)));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    writeFileSync(join(folder, PUBLIC), publicKey.export({ type: 'spki', format: 'pem' }));
    return new LogKey(privateKey);
  }

  /** The public half, SPKI DER in lower-case hex: what signatures of this installation are checked with. */
  get publicHex(): string {
    return createPublicKey(this.secret).export({ type: 'spki', format: 'der' }).toString('hex');
  }

  sign(text: string): string {
    return sign(null, Buffer.from(text), this.secret).toString('hex');
  }
}

/** Whether `signature` is that of `text` under the public key (SPKI DER, hex). */
export function isSigned(text: string, signature: string, publicHex: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  const key = createPublicKey({ key: Buffer.from(publicHex, 'hex'), type: 'spki', format: 'der' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
}
