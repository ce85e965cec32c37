/** All that a plain page needs to be read, under names of its own, since the script's style comes after it: sent with it, so that on a slow network nothing is waited for and nothing jumps. */
export const plainStyle = `
:root{color-scheme:light dark;--p-ink:#1a2230;--p-ink-2:#465164;--p-line:#e4e8ee;--p-edge:#7d8899;--p-surface:#fff;--p-paper:#f6f7f9;--p-accent:#0958d9;--p-wash:#eef4ff}
@media screen and (prefers-color-scheme:dark){:root{--p-ink:#e7ebf1;--p-ink-2:#b6c0ce;--p-line:#28313d;--p-edge:#738095;--p-surface:#161c25;--p-paper:#10151c;--p-accent:#85b4ff;--p-wash:#1a2a45}}
#plain,#plain *{box-sizing:border-box;margin:0;padding:0}
body{margin:0}
#plain~#root{height:auto}
#plain{min-height:100vh;background:var(--p-surface);color:var(--p-ink);font:16px/1.5 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
#plain:lang(zh){line-height:1.6}
#plain a{color:var(--p-accent)}
#plain header,#plain main,#plain footer{max-width:560px;margin:0 auto;padding:0 20px}
#plain header{min-height:56px;display:flex;align-items:center;justify-content:space-between;border-bottom:1px solid var(--p-line)}
#plain header a,#plain .way{display:inline-flex;align-items:center;min-height:48px}
#plain main{padding-bottom:32px;overflow-wrap:anywhere}
#plain h1{font-size:28px;line-height:1.3;font-weight:600;margin:8px 0}
#plain main>h1:first-child{margin-top:20px}
#plain h1 span{display:block;text-wrap:balance;word-break:keep-all;overflow-wrap:anywhere}
#plain i{font-style:normal;white-space:nowrap}
#plain footer{display:flex;flex-wrap:wrap;gap:0 16px}
#plain footer{padding-bottom:24px}
#plain .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
#plain h2{font-size:16px;font-weight:600}
#plain .soft{font-size:14px;color:var(--p-ink-2)}
#plain .number{padding-top:16px}
#plain section{margin-top:16px;padding:14px 16px;border:1px solid var(--p-line);border-radius:6px;background:var(--p-paper);display:grid;gap:8px}
#plain .ask{background:var(--p-wash)}
#plain h2 span{font-weight:400;font-size:14px}
#plain .sum{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 12px}
#plain ol{list-style:none;display:grid;gap:12px}
#plain li{border-left:4px solid var(--p-line);padding-left:12px}
#plain .stops{gap:0}
#plain .stops li{position:relative;border:0;padding:0 0 12px 30px}
#plain .stops li:last-child{padding-bottom:0}
#plain .stops li::before{content:"";position:absolute;left:4px;top:6px;width:12px;height:12px;border:2px solid var(--p-edge);border-radius:50%;background:var(--p-paper)}
#plain .stops li:not(:last-child)::after{content:"";position:absolute;left:9px;top:20px;bottom:-4px;width:2px;background:var(--p-line)}
#plain .stops .DONE::before{background:var(--p-accent);border-color:var(--p-accent)}
#plain .stops .HERE::before{left:0;top:2px;width:20px;height:20px;border:6px solid var(--p-accent)}
#plain .stops .DONE::after{background:var(--p-accent)}
#plain .OFF b{text-decoration:line-through;color:var(--p-ink-2)}
#plain .stop{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 12px}
#plain .HERE b{font-weight:600}
#plain li b{font-weight:400}
#plain .words{white-space:pre-wrap}
#plain dl{display:grid;gap:8px}
#plain dl>div{display:flex;justify-content:space-between;gap:16px}
#plain dt{flex:none;max-width:calc(100% - 124px)}
#plain dd{text-align:right;font-variant-numeric:tabular-nums}
@media (max-width:340px){#plain header,#plain main,#plain footer{padding-inline:16px}#plain h1{font-size:24px}#plain section{padding-inline:12px}}
@media print{#plain header a,#plain .way{display:none}}
`;
