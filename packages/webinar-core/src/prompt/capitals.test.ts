import { describe, expect, it } from "vitest";
import { saidZone } from "./places.ts";

/** Seats of government, as English writes them; those that share their name with another city that people mean as often are left out. */
const CAPITALS =
  "Abu Dhabi|Abuja|Accra|Addis Ababa|Algiers|Amman|Amsterdam|Ankara|Antananarivo|Apia|Ashgabat|Asmara|Asunción|Athens|Baghdad|Baku|Bamako|Bangkok|Bangui|Banjul|Basseterre|Beijing|Beirut|Belgrade|Belmopan|Berlin|Bern|Bishkek|Bissau|Bogotá|Brasília|Bratislava|Brazzaville|Bridgetown|Brussels|Bucharest|Budapest|Buenos Aires|Bujumbura|Cairo|Canberra|Caracas|Castries|Chişinău|Colombo|Conakry|Copenhagen|Dakar|Damascus|Dhaka|Dili|Djibouti|Dodoma|Doha|Dublin|Dushanbe|Freetown|Funafuti|Gaborone|Gitega|Guatemala City|Hanoi|Harare|Havana|Helsinki|Honiara|Islamabad|Jakarta|Jerusalem|Juba|Kabul|Kampala|Kathmandu|Khartoum|Kigali|Kinshasa|Kuala Lumpur|Kuwait City|Kyiv|La Paz|Libreville|Lilongwe|Lima|Lisbon|Ljubljana|Lomé|London|Luanda|Lusaka|Luxembourg|Madrid|Malabo|Managua|Manama|Manila|Maputo|Maseru|Mbabane|Mexico City|Minsk|Mogadishu|Monaco|Monrovia|Montevideo|Moroni|Moscow|Muscat|Nairobi|Nassau|New Delhi|Niamey|Nicosia|Nouakchott|Nuku'alofa|Nuuk|Oslo|Ottawa|Ouagadougou|Panama City|Papeete|Paramaribo|Paris|Phnom Penh|Podgorica|Port Louis|Port Moresby|Port of Spain|Port-au-Prince|Porto-Novo|Port Vila|Prague|Praia|Pretoria|Pristina|Pyongyang|Quito|Rabat|Reykjavík|Riga|Riyadh|Rome|Roseau|San José|San Marino|San Salvador|Sana'a|Santiago|Santo Domingo|São Tomé|Sarajevo|Seoul|Singapore|Skopje|Sofia|Stockholm|Sucre|Suva|Taipei|Tallinn|Tarawa|Tashkent|Tbilisi|Tegucigalpa|Tehran|Thimphu|Tirana|Tokyo|Tripoli|Tunis|Ulaanbaatar|Vaduz|Valletta|Vienna|Vientiane|Vilnius|Warsaw|Washington|Wellington|Windhoek|Yamoussoukro|Yaoundé|Yerevan|Zagreb".split(
    "|",
  );

describe("a capital", () => {
  it("has a time zone that Node knows, by the name that people say", () => {
    const unknown = CAPITALS.filter((capital) => {
      const zone = saidZone(capital);
      return zone === undefined || Number.isNaN(Date.parse(new Date().toLocaleString("en-US", { timeZone: zone })));
    });
    expect(unknown).toEqual([]);
  });
});
