import { derive } from "../../state/ids.ts";
import type { ParticipantRecord } from "../../state/state.ts";
import { personKey } from "../reports/people.ts";

interface Device {
  device: string;
  client: string;
  version: string;
  os: string;
  os_version: string;
  network_type: string;
}

interface Place {
  location: string;
  data_center: string;
}

/** What people come with. All of it is made up, addresses are of the ranges for documentation. */
const DEVICES: readonly [Device, ...Device[]] = [
  { device: "Windows", client: "Zoom Workplace", version: "6.6.10.18990", os: "Windows", os_version: "11", network_type: "Wired" },
  { device: "Mac", client: "Zoom Workplace", version: "6.6.10.68223", os: "macOS", os_version: "15.1", network_type: "Wifi" },
  { device: "iOS", client: "Zoom Workplace", version: "6.6.10.28090", os: "iOS", os_version: "18.1", network_type: "Cellular" },
  { device: "Android", client: "Zoom Workplace", version: "6.6.10.33240", os: "Android", os_version: "15", network_type: "Wifi" },
];

const PLACES: readonly [Place, ...Place[]] = [
  { location: "Berlin (DE)", data_center: "Germany" },
  { location: "New York (US)", data_center: "United States" },
  { location: "Mumbai (IN)", data_center: "India" },
  { location: "Sydney (AU)", data_center: "Australia" },
];

const at = <Item>(items: readonly [Item, ...Item[]], byte: number): Item => items[byte % items.length] ?? items[0];

/** Device, network and place of somebody: the same each time that they join, and in every process. */
export const equipmentOf = (seed: string, participant: ParticipantRecord) => {
  const bytes = derive(seed, "equipment", personKey(participant));
  const { location, data_center } = at(PLACES, bytes.readUInt8(1));
  const tag = bytes.toString("hex", 4, 6);
  return {
    ...at(DEVICES, bytes.readUInt8(0)),
    device_name: `device-${tag}`,
    pc_name: `pc-${tag}`,
    domain: "example.com",
    location,
    data_center,
    full_data_center: `${data_center};`,
    ip_address: `203.0.113.${(bytes.readUInt8(2) % 254) + 1}`,
    internal_ip_addresses: [`192.0.2.${(bytes.readUInt8(3) % 254) + 1}`],
    connection_type: "UDP",
    video_connection_type: "UDP",
    as_connection_type: "UDP",
    has_archiving: false,
    optional_archiving: "no optional archiving",
  };
};

/** What both lists of people say of a joining. */
export const joiningFields = ({ session }: { session: { sharing: readonly { user_id: string; content: string }[] } }, row: ParticipantRecord) => {
  const shared = session.sharing.filter(({ user_id }) => user_id === row.user_id).map(({ content }) => content);
  return {
    id: row.account_user_id ?? "",
    user_id: row.user_id,
    participant_uuid: row.participant_uuid,
    user_name: row.name,
    join_time: row.join_time,
    recording: false,
    share_application: shared.includes("application"),
    share_desktop: shared.includes("desktop"),
    share_whiteboard: shared.includes("whiteboard"),
  };
};
