namespace AioBarrierAnalyzers.MemoryModel;

/// <summary>How a later access rests on the value that an earlier load produced.</summary>
internal enum Dependency : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>
    /// The later access is made only on one outcome of a branch on the value. Loads get no order from it (memory-model.md section 2, "control dependency gives
    /// nothing"); a store does: "Speculative writes are not allowed" (section 4), and hardware makes none.
    /// </summary>
    Control,

    /// <summary>The later access goes through the loaded reference or pointer: ordered ("Data-dependent reads", memory-model.md section 2).</summary>
    Address,
}
