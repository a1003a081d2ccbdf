using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>The layers and which of them may use which. A layer is a folder of the analyzers' project; the code fixes' project is one of its own.</summary>
internal static class Layers
{
    public const string CodeFixes = "CodeFixes";
    private const string Root = "AioBarrierAnalyzers";

    /// <summary>Those that know nothing of the compiler.</summary>
    public static readonly ImmutableHashSet<string> Pure = ["MemoryModel"];

    private static readonly Dictionary<string, int> Ring = new()
    {
        ["MemoryModel"] = 0,
        ["WellKnown"] = 1,
        ["Options"] = 1,
        ["Accesses"] = 2,
        ["Sharing"] = 3,
        ["Protocol"] = 4,
        ["Rules"] = 5,
        ["Analyzers"] = 6,
        [CodeFixes] = 7,
    };

    /// <summary>Rules are named where they are made, reported and repaired, and nowhere further in.</summary>
    private static readonly ImmutableHashSet<string> MayNameRules = ["Rules", "Analyzers", CodeFixes, "Descriptors"];

    /// <summary>The layer that a source file belongs to; null for what belongs to none, as polyfills do.</summary>
    public static string? Of(SyntaxTree tree)
    {
        var folders = OwnSources.Folders(tree);
        if (folders[0] == Root + "." + CodeFixes) return CodeFixes;
        return folders.Length > 1 && folders[1] != "Polyfills" ? folders[1] : null;
    }

    /// <summary>The layer that a namespace belongs to; null where it is not ours.</summary>
    public static string? Of(string @namespace)
    {
        var parts = @namespace.Split('.');
        return parts.Length > 1 && parts[0] == Root ? parts[1] : null;
    }

    /// <summary>All of them, the innermost first.</summary>
    public static IEnumerable<string> All => Ring.Keys.Append("Descriptors");

    public static bool IsKnown(string layer) => layer == "Descriptors" || Ring.ContainsKey(layer);

    /// <summary>Whether code in <paramref name="from"/> may name something in <paramref name="to"/>.</summary>
    public static bool MayUse(string from, string to)
    {
        if (from == to) return true;
        if (to == "Descriptors") return MayNameRules.Contains(from);
        return from != "Descriptors" && Ring[to] < Ring[from];
    }
}
