namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>Names in rewritten programs. Each file has aliases for what it calls.</summary>
internal static class Names
{
    public const string Memory = "__Memory";
    public const string Threads = "__Threads";
    public const string Collections = "__Collections";
    public const string Statics = "__Statics";
    public const string StaticsOf = "__StaticsOf";
    public const string Loc = "global::AioBarrierAnalyzers.Explorer.Runtime.Loc";
    public const string Delayed = "global::AioBarrierAnalyzers.Explorer.Runtime.Delayed";
    public const string Runtime = "global::AioBarrierAnalyzers.Explorer.Runtime.";
    public const string PropertyField = "__p_";

    public static readonly string[] Aliases =
    [
        $"using {Memory} = {Runtime}SharedMemory;",
        $"using {Threads} = {Runtime}SimulatedThreads;",
        $"using {Collections} = {Runtime}SharedCollections;",
        $"using {StaticsOf} = {Runtime}Statics;",
    ];
}
