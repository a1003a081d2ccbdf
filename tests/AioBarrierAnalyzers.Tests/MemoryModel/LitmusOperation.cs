using System.Text.Json;
using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.Tests.MemoryModel;

/// <summary>One operation of an abstract thread. The register of an operation that has none is -1.</summary>
/// <param name="Code">The operation as the file names it.</param>
/// <param name="Action">What it is to the memory model; of a condition, nothing.</param>
/// <param name="Location">The location, if any.</param>
/// <param name="Target">The register that a read fills, or that a condition compares.</param>
/// <param name="Source">The register that a store takes its value from, or that an address depends on.</param>
/// <param name="Value">The value stored or compared with.</param>
internal sealed record LitmusOperation(string Code, MemoryAction Action, string? Location, int Target, int Source, int Value)
{
    private const int None = -1;

    /// <summary>Whether the rest of the thread happens only if the register has the value.</summary>
    public bool IsCondition => Code == "C";

    public bool IsFence => Code == "F";

    public bool Reads => Code is "R" or "RD" or "X" or "CASF";

    public bool Writes => Code is "W" or "WR" or "X";

    public static LitmusOperation Read(JsonElement json)
    {
        var code = json[0].GetString()!;
        string Text(int i) => json[i].GetString()!;
        int Number(int i) => json[i].GetInt32();
        MemoryAction Ordered(int i, MemoryAction plain, MemoryAction marked) => Text(i) == "v" ? marked : plain;
        return code switch
        {
            "W" => new(code, Ordered(3, MemoryAction.PlainStore, MemoryAction.ReleaseStore), Text(1), None, None, Number(2)),
            "WR" => new(code, Ordered(3, MemoryAction.PlainStore, MemoryAction.ReleaseStore), Text(1), None, Number(2), 0),
            "R" => new(code, Ordered(3, MemoryAction.PlainLoad, MemoryAction.AcquireLoad), Text(2), Number(1), None, 0),
            "RD" => new(code, Ordered(4, MemoryAction.PlainLoad, MemoryAction.AcquireLoad), Text(2), Number(1), Number(3), 0),
            "X" => new(code, MemoryAction.Atomic, Text(2), Number(1), None, Number(3)),
            "CASF" => new(code, MemoryAction.Atomic, Text(2), Number(1), None, 0),
            "F" => new(code, MemoryAction.FullFence, null, None, None, 0),
            "C" => new(code, MemoryAction.Nothing, null, Number(1), None, Number(2)),
            _ => throw new JsonException($"'{code}' is not an operation."),
        };
    }
}
