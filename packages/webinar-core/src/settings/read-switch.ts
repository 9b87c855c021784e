import { InputError } from "@zoom-webinar/foundation";
import { switchOf } from "./setting.ts";

/** Whether a switch is on. `from` is the flag or variable. Throws `InputError` for a word that means neither on nor off. */
export const readSwitch = (text: string | undefined, from: string): boolean => {
  const isOn = switchOf(text);
  if (isOn === null) throw InputError.at(from, `expected on or off, got "${text}"`, "1, true, yes and on mean on; 0, false, no and off mean off.");
  return isOn;
};
