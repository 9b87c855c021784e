/** The page's look. Loads no font and no picture. Few colours: one for presence, one for what people did. */
export const STYLE = `
:root{--paper:#fff;--sheet:#fff;--ink:#16191f;--soft:#565d68;--line:#e3e5e9;--grid:#eceef1;--wash:#f5f6f8;--blue:#2b56c5;--blue-wash:#dfe7fa;--ochre:#9a5200;--ochre-ink:#fff;--grey:#c3c9d2}
@media screen and (prefers-color-scheme:dark){:root{--paper:#101318;--sheet:#101318;--ink:#eceef2;--soft:#a3abb8;--line:#2a303a;--grid:#222832;--wash:#181c23;--blue:#86a8ff;--blue-wash:#1f2c4d;--ochre:#f0a950;--ochre-ink:#16191f;--grey:#4a5260}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-feature-settings:"tnum"}
main{max-width:1120px;margin:0 auto;padding:56px 40px 40px}
h1,h2,p,dl,dd,ul,ol,figure{margin:0;padding:0}
ul,ol{list-style:none}
.kind{color:var(--blue);font-size:13px;font-weight:600;letter-spacing:.02em}
h1{margin:6px 0 10px;font-size:clamp(28px,4.4vw,44px);line-height:1.12;letter-spacing:-.022em;font-weight:700;overflow-wrap:anywhere;text-wrap:balance}
.facts{display:flex;flex-wrap:wrap;gap:2px 22px;color:var(--soft);font-size:15px}
.facts li{overflow-wrap:anywhere}
h2{font-size:19px;line-height:1.3;letter-spacing:-.01em;font-weight:650}
.banner{margin-top:24px;padding:12px 16px;border-left:4px solid var(--ochre);background:var(--wash)}
.key{display:grid;grid-template-columns:repeat(5,1fr);margin:36px 0 44px;border-top:2px solid var(--ink)}
.four{grid-template-columns:repeat(4,1fr)}
.key div{padding:14px 18px 0 0;display:flex;flex-direction:column}
.key dt{font-size:14px;font-weight:600}
.key dd{display:flex;flex-direction:column}
.key strong{font-size:clamp(34px,4.4vw,48px);line-height:1.15;letter-spacing:-.035em;font-weight:700}
.key dd>span{color:var(--soft);font-size:14px;line-height:1.35}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:44px 48px}
.chart{min-width:0;break-inside:avoid}
.wide{grid-column:1/-1}
.lead{color:var(--soft);font-size:15px;max-width:68ch}
.plot{padding:16px 4px 0 38px}
#turnout-h~.plot,#dates-h~.plot,#again-h~.plot,#times-h~.plot,#drop-off-h~.plot,#stay-h~.plot{padding:8px 0 0}
#stay-h~.plot{padding-right:10px}
svg{display:block;overflow:visible}
svg text{font-size:12px;fill:var(--soft)}
.grid{stroke:var(--grid)}
.axis{stroke:var(--soft)}
.area{fill:var(--blue-wash)}
.edge{fill:none;stroke:var(--blue);stroke-width:2;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.closed{fill:var(--wash)}
.came,.spark path{fill:var(--blue)}
.bar{fill:var(--blue-wash)}
.top{stroke:var(--blue);stroke-width:2.5}
.track,.absent{fill:var(--grey)}
.track{fill:var(--grid)}
.walk-in{fill:var(--ochre)}
svg .value{fill:var(--ink);font-weight:600}
line.poll{stroke:var(--ochre);stroke-dasharray:3 3}
circle.poll{fill:var(--ochre)}
svg text.poll{fill:var(--ochre-ink);font-weight:700}
.question{fill:none;stroke:var(--ochre);stroke-width:2}
.peak{fill:var(--blue)}
svg text.peak{paint-order:stroke;stroke:var(--paper);stroke-width:5px;stroke-linejoin:round;fill:var(--ink);font-weight:650;font-size:13px}
.marks{display:flex;flex-wrap:wrap;gap:6px 28px;margin-top:10px;font-size:14px}
.legend{margin-top:2px;color:var(--soft);font-size:13px}
.badge{display:inline-block;min-width:20px;height:20px;border-radius:10px;background:var(--ochre);color:var(--ochre-ink);font-size:12px;line-height:20px;text-align:center;margin-right:3px}
.dot{display:inline-block;width:11px;height:11px;border:2px solid var(--ochre);border-radius:50%;margin-right:3px}
b.key{display:inline-block;width:12px;height:12px;margin:0 4px 0 0;border:0}
b.came{background:var(--blue)}b.absent{background:var(--grey)}b.walk-in{background:var(--ochre)}
details{margin-top:10px;font-size:14px}
summary{color:var(--soft);cursor:pointer;width:fit-content}
summary:hover{color:var(--ink)}
details .scroll{max-height:320px;margin-top:8px}
.scroll{overflow:auto}
:focus-visible{outline:2px solid var(--blue);outline-offset:2px;border-radius:2px}
section:not(.scroll){margin-top:52px}
.notes ul{margin-top:8px;max-width:80ch}
.notes li{padding:6px 0 6px 16px;border-left:3px solid var(--line);margin-bottom:6px;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;color:var(--soft);padding:2px 0 10px}
th,td{text-align:left;padding:8px 13px 8px 0;border-bottom:1px solid var(--line);vertical-align:top}
tr>:last-child{padding-right:4px}
thead th{font-weight:600;border-bottom:1px solid var(--ink);white-space:nowrap;vertical-align:bottom}
tbody th{font-weight:600}
.all td,.all tbody th{padding-top:6px;padding-bottom:6px}
.all p{margin-top:14px;color:var(--soft);font-size:14px;max-width:80ch}
.n,thead .n{text-align:right}
.all td:last-child{color:var(--soft)}
.people tbody th{min-width:190px;max-width:320px;overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:left}
.people tbody td{white-space:nowrap;text-align:right;font-variant-numeric:tabular-nums}
.people tbody td:nth-of-type(1),.people tbody td.strip+td{text-align:left}
.people small,.dates small{display:block;font-size:13px;font-weight:400;color:var(--soft);unicode-bidi:plaintext;text-align:left}
.people i{display:block;color:var(--ochre);font-style:normal;font-size:12px}
.off th,.off td{color:var(--soft)}
.strip{width:18%;min-width:120px}
td.strip svg{width:100%;height:10px;margin-top:6px;background:var(--wash)}
td.strip path{fill:none;stroke:var(--blue);stroke-width:8;vector-effect:none}
th button{all:unset;position:relative;cursor:pointer;white-space:nowrap}
th button::after{position:absolute;left:100%;font-weight:400}
th button:hover{color:var(--blue)}
th button:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
th[aria-sort=ascending] button::after{content:"↑"}
th[aria-sort=descending] button::after{content:"↓"}
.narrow{display:block;margin:10px 0 4px;font-size:14px;color:var(--soft)}
.narrow input{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--grey);border-radius:6px;padding:6px 10px;margin:0 10px 0 4px;width:min(260px,60vw)}
.narrow input::placeholder{color:var(--soft);opacity:1}
footer{margin-top:56px;padding-top:14px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
@media (max-width:760px){.people tbody th{min-width:180px}main{padding:28px 18px}.key,.four{grid-template-columns:1fr 1fr;margin:26px 0 36px;row-gap:10px}.charts{grid-template-columns:minmax(0,1fr);gap:40px}.wide{grid-column:auto}.alt.tick,.alt .tick{display:none}.plot{padding-left:30px}.facts{gap:2px 16px}.marks{flex-direction:column}}
@page{margin:14mm}
@media print{body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{max-width:none;padding:0}h1{font-size:24pt}.key{margin:16pt 0 20pt}.key strong{font-size:24pt}.charts{gap:20pt 24pt}section:not(.scroll){margin-top:22pt}h2{break-after:avoid}table{font-size:8pt}td,th{overflow-wrap:anywhere}.people small,.dates small{font-size:7.5pt}th,td{padding:3pt 6pt 3pt 0}tr{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible;max-height:none}details,.narrow{display:none}th button{display:contents}th button::after{content:none}.people tbody th{min-width:80pt}.strip{width:auto;min-width:40pt}.all{break-inside:avoid}}
`;
