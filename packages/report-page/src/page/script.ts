/**
 * What the page does if script runs: columns sort at a click, and a field narrows the people. It reads only the page itself, and writes only text.
 * Without it everything stands there, in the report's order.
 */
export const SCRIPT = `"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const place = new Map(rows.map((row, index) => [row, index]));
  const heads = [...table.tHead.rows[0].cells];
  const valueOf = (row, column, isText) => {
    const cell = row.cells[column];
    const text = cell.textContent.trim();
    if (isText) return text === "" ? null : text;
    const number = Number.parseFloat(cell.dataset.v ?? text.replaceAll(",", ""));
    return Number.isNaN(number) ? null : number;
  };
  const compareText = new Intl.Collator(undefined, { numeric: true }).compare;
  const sortBy = (column) => {
    const head = heads[column];
    const isText = head.dataset.sort === "text";
    const first = isText ? "ascending" : "descending";
    const other = isText ? "descending" : "ascending";
    const current = head.getAttribute("aria-sort");
    const wanted = current === first ? other : current === other ? null : first;
    for (const each of heads) each.removeAttribute("aria-sort");
    if (wanted !== null) head.setAttribute("aria-sort", wanted);
    const keyed = rows.map((row) => ({ row, key: wanted === null ? null : valueOf(row, column, isText) }));
    const sign = wanted === "descending" ? -1 : 1;
    keyed.sort((one, two) => {
      if (one.key === null || two.key === null) return (one.key === null) - (two.key === null) || place.get(one.row) - place.get(two.row);
      const order = isText ? compareText(one.key, two.key) : one.key - two.key;
      return sign * order || place.get(one.row) - place.get(two.row);
    });
    body.append(...keyed.map(({ row }) => row));
  };
  for (const [column, head] of heads.entries()) {
    if (head.dataset.sort === undefined) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(column));
    head.append(button);
  }
  const label = document.createElement("label");
  const field = document.createElement("input");
  const found = document.createElement("output");
  label.className = "narrow";
  field.type = "search";
  field.placeholder = "name, e-mail, status";
  label.append("Find ", field, found);
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const isShown = texts.get(row).includes(wanted);
      row.hidden = !isShown;
      if (isShown) shown += 1;
    }
    found.textContent = wanted === "" ? "" : shown + " of " + rows.length;
  });
  table.parentElement.before(label);
}
`;
