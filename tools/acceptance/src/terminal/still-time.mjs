// Loaded before a program (`node --import`): its clock stands still at STILL_TIME, so that its screens are the same in every run.
const now = Number(process.env.STILL_TIME);
const MachineDate = Date;

globalThis.Date = class extends MachineDate {
  constructor(...given) {
    if (given.length === 0) super(now);
    else super(...given);
  }
  static now() {
    return now;
  }
};
