using AioBarrierAnalyzers.Protocol.Fences;
namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>The ways to write a store.</summary>
internal enum StoreForm
{
    /// <summary>x = v</summary>
    Assignment,

    /// <summary>x += v</summary>
    Compound,

    /// <summary>x++</summary>
    Step,

    /// <summary>Volatile.Write(ref x, v)</summary>
    VolatileWrite,

    /// <summary>Interlocked.Exchange(ref x, v)</summary>
    Exchange,
}
