// The bundle's icon, drawn here so that no picture of unknown origin lies in the repository: a screen with a presenter and three rows of seats.
import { deflateSync } from "node:zlib";

const SIZE = 256;
const BLUE = [27, 79, 160, 255];
const WHITE = [255, 255, 255, 255];
const PALE = [176, 205, 245, 255];

const isInRounded = (x, y, { left, top, right, bottom, radius }) => {
  if (x < left || x > right || y < top || y > bottom) return false;
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
};
const isInCircle = (x, y, cx, cy, r) => (x - cx) ** 2 + (y - cy) ** 2 <= r * r;

const SEATS = [0, 1, 2].flatMap((row) => [-2, -1, 0, 1, 2].map((seat) => ({ x: 128 + seat * 34 + (row % 2) * 17 - 8, y: 178 + row * 22, r: 8 })));

const colorAt = (x, y) => {
  if (!isInRounded(x, y, { left: 0, top: 0, right: 255, bottom: 255, radius: 52 })) return [0, 0, 0, 0];
  if (SEATS.some((seat) => isInCircle(x, y, seat.x, seat.y, seat.r))) return PALE;
  if (isInCircle(x, y, 128, 78, 18) || (y <= 128 && isInCircle(x, y, 128, 132, 32) && y >= 100)) return BLUE;
  if (isInRounded(x, y, { left: 52, top: 44, right: 204, bottom: 148, radius: 14 })) return WHITE;
  return BLUE;
};

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crcOf = (bytes) => (bytes.reduce((crc, byte) => CRC[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crcOf(body));
  return Buffer.concat([length, body, crc]);
};

/** The icon as PNG, always the same bytes. */
export const iconPng = () => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const rows = Buffer.alloc(SIZE * (SIZE * 4 + 1));
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) rows.set(colorAt(x, y), y * (SIZE * 4 + 1) + 1 + x * 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
