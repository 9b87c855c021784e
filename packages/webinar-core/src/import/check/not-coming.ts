/** Words with which a list says that somebody is not coming, in the languages of the column names. */
const NOT_COMING =
  /^(?:cancel|denied|declin|reject|refund|deleted|removed|unsubscrib|withdraw|blocked|not (?:attending|going|coming|registered)|abgesagt|storniert|abgelehnt|abgemeldet|gelöscht|annul|refus|désinscri|désist|cancelad|rechazad|anulad|recusad|annullat|rifiutat|cancellat|geannuleerd|geweigerd|afgewezen|anulowan|odrzucon|avbokad|avböjd|iptal|reddedil|отменен|отклонен|キャンセル|取消|拒否|拒绝|취소)/iu;

/** The fault of a row if the file says that its person is not coming; null if it does not say so. */
export const notComingFault = (column: string, text: string): string | null =>
  NOT_COMING.test(text) ? `says "${text}"; to sign such people up all the same, leave the column out by map (--map): "${column}=-"` : null;
