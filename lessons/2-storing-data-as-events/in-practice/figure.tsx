import { GrowTheTopic } from "./grow-the-topic.tsx";
import { KeyChoice } from "./key-choice.tsx";
import "../../../figures/partition/key-to-partition.css";
import "./figure.css";

/** Lesson 11's figure: a key and its partition, then a topic that grows while carts are open. */
export default function Figure() {
  return (
    <div className="practice-figure">
      <KeyChoice />
      <GrowTheTopic />
    </div>
  );
}
