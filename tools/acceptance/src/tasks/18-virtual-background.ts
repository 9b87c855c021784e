import { crc32, deflateSync } from "node:zlib";
import { faultsOf, ofOne } from "./judging.ts";
import { pathOf, planSpringRelease, SPRING_RELEASE } from "./spring-release.ts";
import { defineTask, type World } from "./task.ts";

const WIDTH = 1920;
const HEIGHT = 1080;
const PICTURE = "stage.png";

const chunk = (kind: string, data: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};

/** A PNG of one grey, 8 bits a pixel. */
const greyPicture = (): Uint8Array<ArrayBuffer> => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head[8] = 8;
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const rows = deflateSync(Buffer.alloc((WIDTH + 1) * HEIGHT));
  return new Uint8Array(Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]));
};

const upload = async (world: World, to: string, fields: Record<string, string> = {}) => {
  const path = await pathOf(world, `/branding/${to}`);
  await world.upload(path, new File([greyPicture()], PICTURE, { type: "image/png" }), fields);
  return { answer: "The picture is there." };
};

export const virtualBackground = defineTask({
  page: "18-virtual-background",
  prepare: async (zoom) => {
    const id = await planSpringRelease(zoom);
    await zoom.invite(id, [
      { name: "Mira Solberg", email: "mira.solberg@example.com" },
      { name: "Jonas Berg", email: "jonas.berg@example.com" },
    ]);
    return { [PICTURE]: greyPicture() };
  },
  judge: (finished) =>
    ofOne(finished, SPRING_RELEASE.host, SPRING_RELEASE.topic, ({ branding, panelists }) => {
      const [background] = branding.virtual_backgrounds;
      return faultsOf([
        ["virtual backgrounds", branding.virtual_backgrounds.length, 1],
        ["its file", background?.name, PICTURE],
        ["its size", background?.size, greyPicture().length],
        ["it is the default", background?.is_default, true],
        ["speakers who have it", panelists.filter(({ virtual_background_id }) => virtual_background_id === background?.id).length, panelists.length],
        ["wallpaper", branding.wallpaper, null],
        ["name tags", branding.name_tags.length, 0],
      ]);
    }),
  wrongEnds: [
    { title: "puts it behind the whole webinar", because: /wallpaper/, make: (world) => upload(world, "wallpaper") },
    { title: "uploads it and makes it nobody's default", because: /default/, make: (world) => upload(world, "virtual_backgrounds") },
  ],
});
