import { NothingHere } from "@/components/ui/nothing-here";

export default function NothingForStaff() {
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <NothingHere home="/admin" />
    </div>
  );
}
