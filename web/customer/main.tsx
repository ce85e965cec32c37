import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { applyColorScheme } from "../ui/color-scheme.ts";
import { CustomerApp } from "./CustomerApp.tsx";
import "../ui/base.css";

applyColorScheme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyColorScheme);
const root = document.getElementById("root");
if (root === null) throw new Error("customer.html has no #root");
createRoot(root).render(
  <StrictMode>
    <CustomerApp address={location.pathname} />
  </StrictMode>,
);
