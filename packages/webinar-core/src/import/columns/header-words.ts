/** Fields of a person that a column can hold. `name` is a full name; `registrant_id` is Zoom's own. */
export const FIELDS = [
  "email",
  "first_name",
  "last_name",
  "name",
  "address",
  "city",
  "country",
  "zip",
  "state",
  "phone",
  "industry",
  "org",
  "job_title",
  "purchasing_time_frame",
  "role_in_purchase_process",
  "no_of_employees",
  "comments",
  "registrant_id",
] as const;

export type Field = (typeof FIELDS)[number];

/** How people head their columns, by field: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Turkish, Russian, Japanese, Chinese, Korean. */
const WORDS: Readonly<Record<Field, string>> = {
  email:
    "email, e-mail, mail, email address, e-mail address, mail address, user email, work email, business email, attendee email, registrant email, e-mail-adresse, mailadresse, emailadresse, adresse e-mail, adresse email, adresse électronique, courriel, correo, correo electrónico, dirección de correo electrónico, endereço de e-mail, correio eletrónico, correio eletrônico, indirizzo e-mail, indirizzo email, posta elettronica, e-mailadres, emailadres, adres e-mail, adres email, e-postadress, e-post, epost, e-posta, e-posta adresi, eposta, электронная почта, эл. почта, почта, адрес электронной почты, メールアドレス, メール, eメール, 电子邮件, 电子邮箱, 邮箱, 電子郵件, 이메일, 이메일 주소, 메일, e-mail 1, email 1, e-mail 1 - value, email 1 - value, primary email, recipient email, contact email, adresse mail, adresse de courriel, e-mail professionnel, adresse e-mail professionnelle, geschäftliche e-mail, dienstliche e-mail, email aziendale, e-mailadresse, sähköposti, sähköpostiosoite, e-mailová adresa, e-mail cím, адреса електронної пошти",
  first_name:
    "first name, firstname, given name, forename, fname, vorname, prénom, nombre, primer nombre, nome próprio, primeiro nome, nome, voornaam, imię, förnamn, ad, adı, isim, имя, 名, 名前（名）, 名字, 이름, name (first), first, recipient first name, contact first name, fornavn, etunimi, jméno, křestní jméno, keresztnév, utónév, prenume, ім’я",
  last_name:
    "last name, lastname, surname, family name, lname, nachname, familienname, nom, nom de famille, apellido, apellidos, sobrenome, apelido, último nome, cognome, achternaam, nazwisko, efternamn, soyad, soyadı, soyisim, фамилия, 姓, 名前（姓）, 姓氏, 성, name (last), last, recipient last name, contact last name, etternavn, efternavn, sukunimi, příjmení, vezetéknév, családnév, nume de familie, прізвище",
  name: "name, full name, fullname, display name, attendee, attendee name, registrant, participant, vollständiger name, nom complet, nombre completo, nome completo, volledige naam, naam, imię i nazwisko, namn, fullständigt namn, ad soyad, adı soyadı, имя и фамилия, фио, 氏名, お名前, 姓名, 전체 이름, 성명, contact name, recipient name, vor- und nachname, vorname nachname, vorname und nachname, first and last name, name (first and last), nom et prénom, prénom et nom, nombre y apellidos, nome e cognome, navn, fulde navn, fullt navn, nimi, koko nimi, celé jméno, teljes név, név, nume complet",
  address:
    "address, street, street address, adresse, anschrift, straße, strasse, rue, dirección, endereço, morada, indirizzo, adres, ulica, adress, адрес, 住所, 地址, 주소",
  city: "city, town, stadt, ort, wohnort, ville, ciudad, cidade, città, stad, plaats, miasto, ort/stad, şehir, город, 市区町村, 城市, 도시",
  country: "country, country/region, country/region name, land, pays, país, paese, kraj, ülke, страна, 国, 国家, 国/地域, 국가",
  zip: "zip, zip code, zip/postal code, postal code, postcode, plz, postleitzahl, code postal, código postal, cep, cap, codice postale, kod pocztowy, postnummer, posta kodu, индекс, почтовый индекс, 郵便番号, 邮编, 邮政编码, 우편번호",
  state:
    "state, province, state/province, region, bundesland, kanton, région, provincia, estado, distrito, regione, provincie, województwo, län, il, область, регион, 都道府県, 省, 省/州, 시/도",
  phone:
    "phone, phone number, telephone, mobile, mobile phone, cell, telefon, telefonnummer, handy, mobilnummer, téléphone, numéro de téléphone, teléfono, móvil, telefone, telemóvel, telefono, cellulare, telefoon, telefoonnummer, numer telefonu, telefon numarası, телефон, 電話番号, 电话, 电话号码, 手机, 전화번호, phone 1 - value, mobile number, mobile phone number, mobiltelefon, mobil, portable, tél., tél, tel, tel., celular, gsm, telefonnr",
  industry: "industry, sector, branche, secteur, secteur d'activité, industria, setor, settore, branża, bransch, sektör, отрасль, 業種, 行业, 업종",
  org: "organization, organisation, org, company, company name, employer, firma, unternehmen, entreprise, société, empresa, organización, organização, azienda, organizzazione, bedrijf, organisatie, organizacja, företag, şirket, kurum, компания, организация, 会社名, 組織, 公司, 组织, 单位, 회사, 소속, company / account, account name, primary company, associated company, company/organization, company or organization, organization name, organisation name, virksomhed, bedrift, yritys, společnost, cég, companie, компанія",
  job_title:
    "job title, title, position, role, beruf, position/funktion, funktion, berufsbezeichnung, jobtitel, poste, fonction, titre, cargo, puesto, função, qualifica, ruolo, functie, functietitel, stanowisko, titel, befattning, ünvan, unvan, должность, 役職, 职位, 職位, 직책, organization title, job role, stilling, titteli, pozice, beosztás",
  purchasing_time_frame: "purchasing time frame, purchasing timeframe, kaufzeitraum, délai d'achat, plazo de compra, 購入時期",
  role_in_purchase_process: "role in purchase process, rolle im kaufprozess, rôle dans le processus d'achat, función en el proceso de compra",
  no_of_employees:
    "number of employees, no. of employees, no of employees, employees, company size, mitarbeiterzahl, anzahl mitarbeiter, nombre d'employés, número de empleados, 従業員数",
  comments:
    "comments, comment, questions & comments, questions and comments, notes, kommentar, kommentare, fragen und kommentare, commentaires, comentarios, comentários, commenti, opmerkingen, komentarze, комментарии, コメント, 备注, 비고",
  registrant_id: "registrant id, registrantid, zoom registrant id",
};

/** A column name without what people vary: case, spaces, points, stars, brackets, marks of order. */
export const plainHeader = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s\p{Cf}]+/gu, "");

/** How well a column name says what the column holds: 0 is best. */
interface Meaning {
  field: Field;
  rank: number;
}

const KNOWN: ReadonlyMap<string, Meaning> = new Map(
  FIELDS.flatMap((field) => [field, ...WORDS[field].split(", ")].map((word, rank) => [plainHeader(word), { field, rank }] as const)).reverse(),
);

/** A name that is a whole question, up to the word that counts: "What is your first name?" */
const ASKED =
  /^(?:(?:what(?: is|['’]s)|please (?:enter|give|type|state)|enter|wie (?:ist|lautet)|quelle? est|cuál es|qual è)\s+)?(?:and\s+)?(?:your|ihre?|deine?|votre|ton|ta|su|tu|il tuo|la tua)\s+/iu;
const IN_BRACKETS = /[([（［{][^)\]）］}]*[)\]）］}]/gu;
/** Names that say less than a word of the table does: taken if nothing better is there. */
const LOOSE_RANK = 1_000;

/** The field that a column name stands for, null for none that is known: by the whole name, then without its brackets, then as a question. */
export const meaningOf = (header: string): Meaning | null => {
  const whole = KNOWN.get(plainHeader(header));
  if (whole !== undefined) return whole;
  const bare = header.replaceAll(IN_BRACKETS, " ").trim();
  const loose = KNOWN.get(plainHeader(bare)) ?? KNOWN.get(plainHeader(bare.replace(ASKED, "")));
  return loose === undefined ? null : { field: loose.field, rank: loose.rank + LOOSE_RANK };
};

/** Words that mean a first or family name beside one of the other, and the whole name if they stand alone. */
const ALONE_WHOLE: ReadonlySet<string> = new Set(["nom", "nombre", "nome", "имя", "ad", "adı", "isim", "imię", "jméno"].map(plainHeader));
export const isWholeNameAlone = (header: string): boolean => ALONE_WHOLE.has(plainHeader(header));

const STANDINGS: ReadonlySet<string> = new Set(
  "status, attendee status, approval status, registration status, attendance status, attendance, ticket status, order status, invitation status, rsvp, rsvp status, response, anmeldestatus, anmeldungsstatus, teilnahmestatus, teilnahme, statut, statut d'inscription, état, inschrijfstatus, estado de inscripción, estado de la inscripción, stato, stato iscrizione, ステータス, 状态"
    .split(", ")
    .map(plainHeader),
);
/** True if a column says whether somebody is coming. */
export const saysStanding = (header: string): boolean => STANDINGS.has(plainHeader(header));
