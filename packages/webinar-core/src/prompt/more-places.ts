/** Cities by zone, in the names that English, German and French use; only beside a word that says that a time is meant. */
const CITIES: Readonly<Record<string, string>> = {
  "Europe/Vienna": "innsbruck,salzburg,graz,linz,klagenfurt,bregenz,villach",
  "Europe/Berlin":
    "hamburg,münchen,munich,köln,cologne,frankfurt,stuttgart,düsseldorf,leipzig,dresden,dresde,hannover,hanovre,nürnberg,nuremberg,bremen,brême,bonn,dortmund,mannheim,karlsruhe,freiburg,fribourg-en-brisgau,augsburg,mainz,mayence,kiel,rostock,erfurt,münster,heidelberg,potsdam,magdeburg,kassel,saarbrücken,sarrebruck,aachen,aix-la-chapelle",
  "Europe/Zurich": "genf,geneva,genève,luzern,lucerne,lugano,st gallen,sankt gallen,saint-gall,winterthur,neuchâtel,fribourg,bâle,zoug,zug,chur",
  "Europe/London":
    "edinburgh,édimbourg,glasgow,manchester,birmingham,liverpool,leeds,sheffield,bristol,cardiff,belfast,nottingham,leicester,aberdeen,dundee,inverness,oxford,londres,southampton,portsmouth,plymouth,exeter,norwich,swansea,coventry,brighton,england,scotland,wales,northern ireland,great britain,britain,schottland,nordirland,großbritannien,écosse,angleterre,pays de galles,irlande du nord,grande-bretagne",
  "Europe/Dublin": "galway,limerick,waterford,kilkenny",
  "Europe/Paris":
    "lyon,marseille,toulouse,bordeaux,lille,nantes,strasbourg,straßburg,rennes,montpellier,grenoble,dijon,reims,rouen,clermont-ferrand,brest,angers,metz,nancy,caen,le havre,saint-étienne,toulon,limoges,poitiers,perpignan,besançon,orléans,ajaccio,bastia",
  "Europe/Brussels": "brüssel,bruxelles,antwerp,antwerpen,anvers,ghent,gent,gand,bruges,brügge,liège,lüttich,namur,leuven,louvain",
  "Europe/Amsterdam": "rotterdam,the hague,den haag,la haye,utrecht,eindhoven,groningen,groningue,maastricht,holland,hollande",
  "Europe/Luxembourg": "luxemburg,luxembourg city",
  "Europe/Rome":
    "rom,milan,milano,turin,torino,florence,florenz,firenze,naples,neapel,napoli,venice,venedig,venise,venezia,bologna,bologne,genoa,genua,gênes,palermo,palerme,verona,bari,catania,bolzano,bozen,trieste,triest",
  "Europe/Madrid":
    "barcelona,barcelone,valencia,valence,seville,sevilla,séville,bilbao,malaga,málaga,zaragoza,saragossa,saragosse,palma,granada,grenade,alicante,murcia",
  "Europe/Lisbon": "porto,lissabon,lisbonne,braga,coimbra,faro",
  "Europe/Copenhagen": "kopenhagen,aarhus,odense,aalborg",
  "Europe/Stockholm": "gothenburg,göteborg,malmö,malmo,uppsala",
  "Europe/Oslo": "bergen,trondheim,stavanger,tromsø",
  "Europe/Helsinki": "tampere,turku,espoo,oulu",
  "Europe/Warsaw": "warschau,krakow,kraków,krakau,cracovie,gdansk,gdańsk,danzig,wroclaw,wrocław,breslau,poznan,poznań,lodz,łódź,katowice",
  "Europe/Prague": "prag,brno,brünn,ostrava",
  "Europe/Budapest": "debrecen,szeged,pécs",
  "Europe/Athens": "thessaloniki,athen,patras,crete,kreta,crète",
  "Europe/Bucharest": "cluj,timisoara,timișoara,iasi,iași,brasov",
  "Europe/Sofia": "plovdiv,varna,sofija",
  "Europe/Belgrade": "novi sad,niš,pristina,priština,prishtina",
  "Europe/Zagreb": "rijeka,dubrovnik,zadar",
  "Europe/Ljubljana": "maribor,laibach",
  "Europe/Bratislava": "košice,pressburg",
  "Europe/Vilnius": "kaunas,wilna",
  "Europe/Riga": "daugavpils",
  "Europe/Tallinn": "tartu",
  "Europe/Kiev": "kyiv,kiew,lviv,lwiw,lemberg,odessa,kharkiv",
  "Europe/Moscow": "moskau,saint petersburg,st petersburg,sankt petersburg,saint-pétersbourg",
  "Europe/Istanbul": "izmir,antalya,bursa,istamboul",
  "America/New_York":
    "boston,baltimore,pittsburgh,cleveland,columbus,cincinnati,charlotte,raleigh,orlando,tampa,jacksonville,buffalo,hartford,brooklyn,manhattan,newark,albany,savannah,charleston,florida,massachusetts,virginia,ohio,pennsylvania,new jersey,connecticut,maine,vermont,new hampshire,rhode island,delaware,maryland,north carolina,south carolina,floride,philadelphie,new york city",
  "America/Chicago":
    "milwaukee,new orleans,la nouvelle-orléans,memphis,nashville,st louis,saint louis,kansas city,oklahoma city,omaha,des moines,san antonio,fort worth,madison,tulsa,illinois,wisconsin,minnesota,iowa,missouri,arkansas,louisiana,mississippi,alabama,oklahoma",
  "America/Denver": "salt lake city,albuquerque,colorado springs,boulder,santa fe,colorado,utah,wyoming,montana,new mexico",
  "America/Los_Angeles":
    "sacramento,oakland,san jose,fresno,long beach,palo alto,berkeley,silicon valley,spokane,reno,kalifornien,californie,nevada,washington state",
  "America/Phoenix": "tucson,scottsdale",
  "America/Toronto": "mississauga,gatineau,laval,sherbrooke,trois-rivières,québec",
  "America/Edmonton": "banff,red deer",
  "America/Vancouver": "kelowna,burnaby,colombie-britannique",
  "America/Halifax": "moncton,fredericton,charlottetown,nouveau-brunswick",
  "America/Mexico_City": "guadalajara,puebla,mexico city,mexico-city,ciudad de méxico,mexiko",
  "America/Sao_Paulo": "rio,rio de janeiro,brasilia,brasília,belo horizonte,curitiba,porto alegre,são paulo",
  "America/Argentina/Buenos_Aires": "rosario,mendoza",
  "America/Santiago": "valparaiso,valparaíso,concepción",
  "America/Bogota": "medellin,medellín,cali,bogotá",
  "America/Lima": "cusco,arequipa",
  "America/Guayaquil": "quito",
  "Asia/Kolkata": "hyderabad,pune,kolkata,calcutta,kalkutta,ahmedabad,jaipur,kochi,goa,lucknow,indore,bombay,surat",
  "Asia/Karachi": "lahore,islamabad,rawalpindi,faisalabad,peshawar",
  "Asia/Dhaka": "chittagong,dacca",
  "Asia/Dubai": "abu dhabi,sharjah,abou dabi",
  "Asia/Riyadh": "jeddah,mecca,djeddah,riad",
  "Asia/Jerusalem": "tel aviv,haifa,tel-aviv,jérusalem",
  "Asia/Shanghai": "beijing,shenzhen,guangzhou,chengdu,hangzhou,wuhan,nanjing,tianjin,xian,suzhou,kanton,canton",
  "Asia/Tokyo": "osaka,kyoto,yokohama,nagoya,sapporo,fukuoka,kobe,tokio",
  "Asia/Seoul": "busan,incheon,séoul",
  "Asia/Taipei": "kaohsiung,taipeh",
  "Asia/Singapore": "singapur,singapour",
  "Asia/Kuala_Lumpur": "penang,johor bahru",
  "Asia/Jakarta": "bandung,surabaya,djakarta,medan",
  "Asia/Manila": "cebu,quezon city,manille,davao",
  "Asia/Bangkok": "chiang mai,phuket",
  "Asia/Ho_Chi_Minh": "ho chi minh city,da nang,hô-chi-minh-ville,saigon,hanoï,ho chi minh city,ho chi minh,saigon,da nang",
  "Asia/Almaty": "astana",
  "Asia/Tashkent": "samarkand,taschkent,tachkent",
  "Africa/Cairo": "alexandria,alexandrie,giza",
  "Africa/Lagos": "kano,ibadan,port harcourt,enugu",
  "Africa/Nairobi": "mombasa,kisumu",
  "Africa/Johannesburg": "cape town,port elizabeth,bloemfontein",
  "Africa/Casablanca": "rabat,marrakech,marrakesch,fès,tanger,tangier,marrakesh,marrakech,fez",
  "Africa/Tunis": "sfax,sousse",
  "Africa/Algiers": "oran,constantine",
  "Africa/Accra": "kumasi",
  "Africa/Addis_Ababa": "addis-abeba,addis abeba",
  "Africa/Kampala": "entebbe",
  "Africa/Dar_es_Salaam": "dodoma,arusha,daressalam,zanzibar",
  "Australia/Sydney": "canberra,wollongong,nsw",
  "Australia/Melbourne": "geelong,ballarat",
  "Australia/Brisbane": "gold coast,cairns,townsville",
  "Australia/Perth": "fremantle",
  "Australia/Adelaide": "south australia",
  "Australia/Darwin": "alice springs,northern territory",
  "Pacific/Auckland": "wellington,dunedin,queenstown,tauranga,rotorua,aotearoa",
  "Atlantic/Reykjavik": "reykjavik,akureyri,reykjavík",
  "Atlantic/Canary": "tenerife,teneriffa,gran canaria,las palmas,canary islands,kanarische inseln,kanaren,îles canaries",
  "Atlantic/Azores": "açores,azoren,azores",
  "Atlantic/Madeira": "madère,funchal",
  "Europe/Andorra": "andorra la vella",
  "Africa/Asmara": "asmara",
  "America/St_Kitts": "basseterre",
  "America/Belize": "belmopan",
  "America/Barbados": "bridgetown",
  "America/St_Lucia": "castries",
  "Africa/Bujumbura": "gitega",
  "America/Guatemala": "guatemala city",
  "Pacific/Guadalcanal": "honiara",
  "Asia/Kathmandu": "kathmandu,katmandu,pokhara",
  "Asia/Kuwait": "kuwait city",
  "Africa/Blantyre": "lilongwe",
  "Asia/Bahrain": "manama",
  "Indian/Comoro": "moroni",
  "Pacific/Tongatapu": "nuku'alofa",
  "America/Nuuk": "nuuk",
  "America/Panama": "panama city",
  "Pacific/Tahiti": "papeete",
  "Indian/Mauritius": "port louis",
  "Pacific/Efate": "port vila",
  "Atlantic/Cape_Verde": "praia",
  "America/Dominica": "roseau",
  "America/El_Salvador": "san salvador",
  "Asia/Aden": "sana'a,sanaa",
  "America/La_Paz": "sucre,santa cruz de la sierra",
  "Pacific/Fiji": "suva",
  "Europe/Tirane": "tirana",
  "Europe/Malta": "valletta",
  "Africa/Abidjan": "yamoussoukro",
  "Africa/Douala": "yaoundé",
  "Atlantic/Faroe": "torshavn,tórshavn",
  "Asia/Yangon": "yangon,rangoon,mandalay",
  "America/Jamaica": "montego bay",
  "Africa/Harare": "bulawayo",
  "Asia/Baghdad": "basra,mosul,erbil",
  "Asia/Tehran": "mashhad,isfahan,shiraz",
  "Asia/Colombo": "kandy",
  "Asia/Makassar": "denpasar",
  "Pacific/Pohnpei": "pohnpei",
  "Pacific/Chuuk": "chuuk",
};

/** Countries by the zone that whoever names the country means, from CLDR; countries of several zones, and Georgia, which is a state as well, are left out. */
const COUNTRIES = `
  Africa/Abidjan=CI Africa/Accra=GH Africa/Addis_Ababa=ET Africa/Algiers=DZ Africa/Asmara=ER Africa/Bamako=ML Africa/Bangui=CF
  Africa/Banjul=GM Africa/Bissau=GW Africa/Blantyre=MW Africa/Brazzaville=CG Africa/Bujumbura=BI Africa/Cairo=EG Africa/Casablanca=MA
  Africa/Conakry=GN Africa/Dakar=SN Africa/Dar_es_Salaam=TZ Africa/Djibouti=DJ Africa/Douala=CM Africa/El_Aaiun=EH Africa/Freetown=SL
  Africa/Gaborone=BW Africa/Harare=ZW Africa/Johannesburg=ZA Africa/Juba=SS Africa/Kampala=UG Africa/Khartoum=SD Africa/Kigali=RW
  Africa/Lagos=NG Africa/Libreville=GA Africa/Lome=TG Africa/Luanda=AO Africa/Lusaka=ZM Africa/Malabo=GQ Africa/Maputo=MZ Africa/Maseru=LS
  Africa/Mbabane=SZ Africa/Mogadishu=SO Africa/Monrovia=LR Africa/Nairobi=KE Africa/Ndjamena=TD Africa/Niamey=NE Africa/Nouakchott=MR
  Africa/Ouagadougou=BF Africa/Porto-Novo=BJ Africa/Sao_Tome=ST Africa/Tripoli=LY Africa/Tunis=TN Africa/Windhoek=NA America/Anguilla=AI
  America/Antigua=AG America/Argentina/Buenos_Aires=AR America/Aruba=AW America/Asuncion=PY America/Barbados=BB America/Belize=BZ
  America/Bogota=CO America/Caracas=VE America/Cayenne=GF America/Cayman=KY America/Costa_Rica=CR America/Curacao=CW America/Dominica=DM
  America/El_Salvador=SV America/Grand_Turk=TC America/Grenada=GD America/Guadeloupe=GP America/Guatemala=GT America/Guayaquil=EC
  America/Guyana=GY America/Havana=CU America/Jamaica=JM America/Kralendijk=BQ America/La_Paz=BO America/Lima=PE America/Lower_Princes=SX
  America/Managua=NI America/Marigot=MF America/Martinique=MQ America/Miquelon=PM America/Montevideo=UY America/Montserrat=MS
  America/Nassau=BS America/Panama=PA America/Paramaribo=SR America/Port-au-Prince=HT America/Port_of_Spain=TT America/Puerto_Rico=PR
  America/Santiago=CL America/Santo_Domingo=DO America/St_Barthelemy=BL America/St_Kitts=KN America/St_Lucia=LC America/St_Thomas=VI
  America/St_Vincent=VC America/Tegucigalpa=HN America/Tortola=VG Arctic/Longyearbyen=SJ Asia/Aden=YE Asia/Amman=JO Asia/Ashgabat=TM
  Asia/Baghdad=IQ Asia/Bahrain=BH Asia/Baku=AZ Asia/Bangkok=TH Asia/Beirut=LB Asia/Bishkek=KG Asia/Brunei=BN Asia/Kolkata=IN Asia/Colombo=LK
  Asia/Damascus=SY Asia/Dhaka=BD Asia/Dili=TL Asia/Dubai=AE Asia/Dushanbe=TJ Asia/Gaza=PS Asia/Hong_Kong=HK Asia/Jerusalem=IL Asia/Kabul=AF
  Asia/Karachi=PK Asia/Kathmandu=NP Asia/Kuala_Lumpur=MY Asia/Kuwait=KW Asia/Macau=MO Asia/Manila=PH Asia/Muscat=OM Asia/Nicosia=CY
  Asia/Phnom_Penh=KH Asia/Pyongyang=KP Asia/Qatar=QA Asia/Yangon=MM Asia/Riyadh=SA Asia/Ho_Chi_Minh=VN Asia/Seoul=KR Asia/Shanghai=CN
  Asia/Singapore=SG Asia/Taipei=TW Asia/Tashkent=UZ Asia/Tehran=IR Asia/Thimphu=BT Asia/Tokyo=JP Asia/Vientiane=LA Asia/Yerevan=AM
  Atlantic/Bermuda=BM Atlantic/Cape_Verde=CV Atlantic/Faroe=FO Atlantic/Reykjavik=IS Atlantic/South_Georgia=GS Atlantic/St_Helena=SH
  Atlantic/Stanley=FK Europe/Amsterdam=NL Europe/Andorra=AD Europe/Athens=GR Europe/Belgrade=RS Europe/Berlin=DE Europe/Bratislava=SK
  Europe/Brussels=BE Europe/Bucharest=RO Europe/Budapest=HU Europe/Chisinau=MD Europe/Copenhagen=DK Europe/Dublin=IE Europe/Gibraltar=GI
  Europe/Guernsey=GG Europe/Helsinki=FI Europe/Isle_of_Man=IM Europe/Istanbul=TR Europe/Jersey=JE Europe/Kiev=UA Europe/Lisbon=PT
  Europe/Ljubljana=SI Europe/London=GB Europe/Luxembourg=LU Europe/Madrid=ES Europe/Malta=MT Europe/Mariehamn=AX Europe/Minsk=BY
  Europe/Monaco=MC Europe/Oslo=NO Europe/Paris=FR Europe/Podgorica=ME Europe/Prague=CZ Europe/Riga=LV Europe/Rome=IT Europe/San_Marino=SM
  Europe/Sarajevo=BA Europe/Skopje=MK Europe/Sofia=BG Europe/Stockholm=SE Europe/Tallinn=EE Europe/Tirane=AL Europe/Vaduz=LI Europe/Vatican=VA
  Europe/Vienna=AT Europe/Vilnius=LT Europe/Warsaw=PL Europe/Zagreb=HR Europe/Zurich=CH Indian/Antananarivo=MG Indian/Chagos=IO
  Indian/Christmas=CX Indian/Cocos=CC Indian/Comoro=KM Indian/Kerguelen=TF Indian/Mahe=SC Indian/Maldives=MV Indian/Mauritius=MU
  Indian/Mayotte=YT Indian/Reunion=RE Pacific/Apia=WS Pacific/Auckland=NZ Pacific/Efate=VU Pacific/Fakaofo=TK Pacific/Fiji=FJ
  Pacific/Funafuti=TV Pacific/Guadalcanal=SB Pacific/Guam=GU Pacific/Nauru=NR Pacific/Niue=NU Pacific/Norfolk=NF Pacific/Noumea=NC
  Pacific/Pago_Pago=AS Pacific/Palau=PW Pacific/Pitcairn=PN Pacific/Rarotonga=CK Pacific/Saipan=MP Pacific/Tongatapu=TO Pacific/Wallis=WF`;
const LANGUAGES = ["en", "de", "fr"];

/** Names of cities and countries with their zones; countries are named as CLDR names them in the languages that are read. */
export const morePlaces = (): [string, string][] => {
  const cities = Object.entries(CITIES).flatMap(([zone, names]) => names.split(",").map((name): [string, string] => [name, zone]));
  const names = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }));
  const countries = COUNTRIES.trim()
    .split(/\s+/)
    .flatMap((line) => {
      const [zone = "", codes = ""] = line.split("=");
      return codes.split("+").flatMap((code) => names.flatMap((name): [string, string][] => [[name.of(code) ?? "", zone]]));
    });
  return [...countries, ...cities].filter(([name]) => name !== "");
};
