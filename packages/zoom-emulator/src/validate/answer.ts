import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import { asObject, asText } from "../http/json.ts";
import { faultsText, validatorAt } from "./document.ts";
import { operationOf } from "./document-nodes.ts";

/** What the document says against an answer: "" if it agrees. */
export const answerFaults = (id: EndpointId, status: number, text: string): string => {
  const { operation, pointer } = operationOf(id);
  const responses = asObject(operation.responses);
  const key = [String(status), `${Math.floor(status / 100)}XX`].find((name) => responses[name] !== undefined);
  if (key === undefined) return status >= 500 ? "" : `${id} does not document ${status}`;
  const response = asObject(responses[key]);
  const reference = asText(response.$ref);
  if (reference === undefined && response.content === undefined) return text === "" ? "" : `${id} ${status} has a body`;
  const at = reference?.slice(1) ?? `${pointer}/responses/${key}`;
  const validate = validatorAt(`${at}/content/application~1json/schema`);
  return validate(JSON.parse(text)) ? "" : `${id} ${status}: ${faultsText(validate)}\n${text}`;
};
