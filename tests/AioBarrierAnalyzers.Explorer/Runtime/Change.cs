namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>The change of a read-modify-write.</summary>
/// <returns>Whether the new value is stored.</returns>
internal delegate bool Change<T, in TOperand>(T before, TOperand operand, out T after);
