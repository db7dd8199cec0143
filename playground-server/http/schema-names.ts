import { z } from "zod";
import { clusterTestBody, clusterTestMessage } from "../../engine/protocol/cluster-test-schemas.ts";
import { exerciseDetails, exercisePayload, exerciseSummary } from "../../engine/protocol/exercise-schemas.ts";
import { labHandled, labMessage, labSummary } from "../../engine/protocol/lab-schemas.ts";
import { event, logCase, logRecord, position, slice } from "../../engine/protocol/log-schemas.ts";
import {
  appendBody,
  checkBody,
  compareBody,
  labCommandBody,
  runBody,
  windowBody,
} from "../../engine/protocol/request-schemas.ts";
import {
  checkMessage,
  clusterNow,
  comparison,
  earnedSolution,
  serverInfo,
} from "../../engine/protocol/response-schemas.ts";
import { linesMessage, trace, traceMessage } from "../../engine/protocol/trace-schemas.ts";
import { problem, problemLine } from "./openapi-responses.ts";

/** The names by which the OpenAPI document refers to what it describes once. */
export const schemaNames = z.registry<{ id: string }>();

const schemas = {
  Run: runBody,
  Window: windowBody,
  Check: checkBody,
  Compare: compareBody,
  Append: appendBody,
  LabCommand: labCommandBody,
  Problem: problem,
  ProblemLine: problemLine,
  Position: position,
  Event: event,
  Slice: slice,
  LogRecord: logRecord,
  LogCase: logCase,
  Trace: trace,
  TraceMessage: traceMessage,
  LinesMessage: linesMessage,
  CheckMessage: checkMessage,
  Comparison: comparison,
  EarnedSolution: earnedSolution,
  About: serverInfo,
  ClusterNow: clusterNow,
  ClusterTest: clusterTestBody,
  ClusterTestMessage: clusterTestMessage,
  Lab: labSummary,
  LabMessage: labMessage,
  LabHandled: labHandled,
  ExerciseSummary: exerciseSummary,
  ExerciseDetails: exerciseDetails,
  ExercisePayload: exercisePayload,
};
for (const [id, schema] of Object.entries<z.ZodType>(schemas)) schemaNames.add(schema, { id });
