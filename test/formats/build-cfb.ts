const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const FAT = 0xfffffffd;

/** A compound file with the given streams, each at least 4,096 bytes long (so that no small-stream area is needed). */
export function cfbOf(streams: Record<string, Buffer>): Buffer {
  const names = Object.keys(streams);
  const sizes = names.map((name) => Math.ceil(streams[name].length / SECTOR));
  const directory = Math.ceil((names.length + 1) / 4);
  const total = directory + sizes.reduce((sum, size) => sum + size, 0);
  const fatSectors = Math.ceil((total + 8) / 127);
  const fat = Buffer.alloc(fatSectors * SECTOR, 0xff);
  const body: Buffer[] = [];
  let next = fatSectors;
  for (let i = 0; i < fatSectors; i++) fat.writeUInt32LE(FAT, 4 * i);
  const chain = (count: number): number => {
    for (let i = 0; i < count; i++) fat.writeUInt32LE(i === count - 1 ? END : next + i + 1, 4 * (next + i));
    next += count;
    return next - count;
  };
  const directoryAt = chain(directory);
  const entries = [entry('Root Entry', 5, END, 0, names.length > 0 ? 1 : -1)];
  names.forEach((name, i) => {
    entries.push(entry(name, 2, chain(sizes[i]), streams[name].length, -1, i + 1 < names.length ? i + 2 : -1));
    body.push(padded(streams[name], sizes[i] * SECTOR));
  });
  return Buffer.concat([
    header(fatSectors, directoryAt),
    fat,
    padded(Buffer.concat(entries), directory * SECTOR),
    ...body,
  ]);
}

function header(fatSectors: number, directoryAt: number): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(fatSectors, 44);
  bytes.writeUInt32LE(directoryAt, 48);
  bytes.writeUInt32LE(4096, 56);
  bytes.writeUInt32LE(END, 60);
  bytes.writeUInt32LE(END, 68);
  for (let i = 0; i < 109; i++) bytes.writeUInt32LE(i < fatSectors ? i : FREE, 76 + 4 * i);
  return bytes;
}

function entry(name: string, type: number, start: number, size: number, child = -1, right = -1): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(2 * name.length + 2, 64);
  bytes[66] = type;
  bytes[67] = 1;
  bytes.writeInt32LE(-1, 68);
  bytes.writeInt32LE(right, 72);
  bytes.writeInt32LE(child, 76);
  bytes.writeUInt32LE(start >>> 0, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

function padded(bytes: Buffer, size: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, size - bytes.length))]);
}
