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
    "email, e-mail, mail, email address, e-mail address, mail address, user email, work email, business email, attendee email, registrant email, e-mail-adresse, mailadresse, emailadresse, adresse e-mail, adresse email, adresse électronique, courriel, correo, correo electrónico, dirección de correo electrónico, endereço de e-mail, correio eletrónico, correio eletrônico, indirizzo e-mail, indirizzo email, posta elettronica, e-mailadres, emailadres, adres e-mail, adres email, e-postadress, e-post, epost, e-posta, e-posta adresi, eposta, электронная почта, эл. почта, почта, адрес электронной почты, メールアドレス, メール, eメール, 电子邮件, 电子邮箱, 邮箱, 電子郵件, 이메일, 이메일 주소, 메일",
  first_name:
    "first name, firstname, given name, forename, fname, vorname, prénom, nombre, primer nombre, nome próprio, primeiro nome, nome, voornaam, imię, förnamn, ad, adı, isim, имя, 名, 名前（名）, 名字, 이름",
  last_name:
    "last name, lastname, surname, family name, lname, nachname, familienname, nom, nom de famille, apellido, apellidos, sobrenome, apelido, último nome, cognome, achternaam, nazwisko, efternamn, soyad, soyadı, soyisim, фамилия, 姓, 名前（姓）, 姓氏, 성",
  name: "name, full name, fullname, display name, user name, username, attendee, attendee name, registrant, participant, vollständiger name, nom complet, nombre completo, nome completo, volledige naam, naam, imię i nazwisko, namn, fullständigt namn, ad soyad, adı soyadı, имя и фамилия, фио, 氏名, お名前, 姓名, 전체 이름, 성명",
  address:
    "address, street, street address, adresse, anschrift, straße, strasse, rue, dirección, endereço, morada, indirizzo, adres, ulica, adress, адрес, 住所, 地址, 주소",
  city: "city, town, stadt, ort, wohnort, ville, ciudad, cidade, città, stad, plaats, miasto, ort/stad, şehir, город, 市区町村, 城市, 도시",
  country: "country, country/region, country/region name, land, pays, país, paese, kraj, ülke, страна, 国, 国家, 国/地域, 국가",
  zip: "zip, zip code, zip/postal code, postal code, postcode, plz, postleitzahl, code postal, código postal, cep, cap, codice postale, kod pocztowy, postnummer, posta kodu, индекс, почтовый индекс, 郵便番号, 邮编, 邮政编码, 우편번호",
  state:
    "state, province, state/province, region, bundesland, kanton, région, provincia, estado, distrito, regione, provincie, województwo, län, il, область, регион, 都道府県, 省, 省/州, 시/도",
  phone:
    "phone, phone number, telephone, mobile, mobile phone, cell, telefon, telefonnummer, handy, mobilnummer, téléphone, numéro de téléphone, teléfono, móvil, telefone, telemóvel, telefono, cellulare, telefoon, telefoonnummer, numer telefonu, telefon numarası, телефон, 電話番号, 电话, 电话号码, 手机, 전화번호",
  industry: "industry, sector, branche, secteur, secteur d'activité, industria, setor, settore, branża, bransch, sektör, отрасль, 業種, 行业, 업종",
  org: "organization, organisation, org, company, company name, employer, firma, unternehmen, entreprise, société, empresa, organización, organização, azienda, organizzazione, bedrijf, organisatie, organizacja, företag, şirket, kurum, компания, организация, 会社名, 組織, 公司, 组织, 单位, 회사, 소속",
  job_title:
    "job title, title, position, role, beruf, position/funktion, funktion, berufsbezeichnung, jobtitel, poste, fonction, titre, cargo, puesto, função, qualifica, ruolo, functie, functietitel, stanowisko, titel, befattning, ünvan, unvan, должность, 役職, 职位, 職位, 직책",
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

const KNOWN: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => [field, ...WORDS[field].split(", ")].map((word) => [plainHeader(word), field] as const)),
);

/** The field that a column name stands for, null for none that is known. */
export const fieldFor = (header: string): Field | null => KNOWN.get(plainHeader(header)) ?? null;
