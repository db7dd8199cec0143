import { DecisionScale } from "./decision-scale.tsx";
import { LateQuestion } from "./late-question.tsx";
import "./figure.css";

/** Lesson 12's figure: what speaks for a log and what against it, and a late question answered for an old log. */
export default function Figure() {
  return (
    <div className="why-store-figure">
      <DecisionScale />
      <LateQuestion />
    </div>
  );
}
