import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { consoleTexts } from "./i18n/console-texts.ts";
import { startTexts } from "./i18n/i18n.ts";
import { followColorScheme } from "./ui/color-scheme.ts";
import "./ui/base.css";

followColorScheme();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
const i18n = await startTexts(consoleTexts);
createRoot(root).render(
  <StrictMode>
    <App i18n={i18n} />
  </StrictMode>,
);
