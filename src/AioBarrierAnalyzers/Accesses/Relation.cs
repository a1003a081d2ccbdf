namespace AioBarrierAnalyzers.Accesses;

/// <summary>How a comparison relates its operands.</summary>
internal enum Relation : byte
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
