using System.Runtime.CompilerServices;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>
/// For the loops in which the time goes. A compiler or test host runs for seconds: the runtime would run them unoptimised for most of that, and compile them
/// twice. Where the option is not known (.NET Framework) it says nothing.
/// </summary>
internal static class HotPath
{
    /// <summary>AggressiveOptimization, for which .NET Standard 2.0 has no name.</summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
