using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using AioBarrierAnalyzers.Explorer.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>A program that was rewritten to run in simulated memory, with the scenarios in it.</summary>
public sealed class SimulatedProgram
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET10_0", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    /// <summary>Without sources, so that all programs share what the compiler knows of the references.</summary>
    private static readonly Lazy<CSharpCompilation> s_empty = new(() => CSharpCompilation.Create(
        "Simulated",
        references: References(),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, concurrentBuild: false)));

    private SimulatedProgram(Assembly assembly, IReadOnlyList<Site> sites, IReadOnlyList<string> rewritten, IReadOnlyList<UnsupportedConstructException> refusals)
    {
        Refusals = refusals;
        RewrittenSources = rewritten;
        Assembly = assembly;
        Sites = sites;
        Scenarios = [.. assembly.GetTypes().Where(t => t.IsDefined(typeof(ScenarioAttribute))).OrderBy(t => t.FullName, StringComparer.Ordinal).Select(ScenarioOf)];
    }

    /// <summary>The rewritten assembly, for scenarios that are delegates.</summary>
    public Assembly Assembly { get; }

    /// <summary>The classes marked <see cref="ScenarioAttribute"/>, by name.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>What it has that cannot be modelled. A scenario that comes to it makes the exploration throw the refusal.</summary>
    public IReadOnlyList<UnsupportedConstructException> Refusals { get; }

    /// <summary>What the sources became, for whoever wants to know why a program behaves as it does.</summary>
    public IReadOnlyList<string> RewrittenSources { get; }

    internal IReadOnlyList<Site> Sites { get; }

    /// <summary>Compiles a program, its scenarios included.</summary>
    /// <exception cref="ArgumentException">The source is no valid program.</exception>
    /// <exception cref="UnsupportedConstructException">It contains, outside of members that could be left out, what cannot be modelled.</exception>
    public static SimulatedProgram FromSource(params string[] sources) => FromSource(sources.Select((text, i) => (sources.Length == 1 ? "source.cs" : $"source{i + 1}.cs", text)));

    /// <summary>Compiles a program of files, its scenarios included.</summary>
    /// <exception cref="ArgumentException">The source is no valid program.</exception>
    /// <exception cref="UnsupportedConstructException">It contains, outside of members that could be left out, what cannot be modelled.</exception>
    public static SimulatedProgram FromSource(IEnumerable<(string File, string Text)> sources)
    {
        var trees = sources.Select(s => CSharpSyntaxTree.ParseText(s.Text, s_parseOptions, s.File)).ToList();
        var original = s_empty.Value.AddSyntaxTrees(trees);
        var sites = new SiteTable();
        var refusals = new List<UnsupportedConstructException>();
        List<SyntaxTree> rewritten;
        try
        {
            rewritten = [.. trees.Select(tree => Rewritten(original.GetSemanticModel(tree), sites, refusals))];
        }
        catch (UnsupportedConstructException)
        {
            // A mistake in the source looks like all sorts of things; say that rather.
            ThrowIfInvalid(original);
            throw;
        }

        var compilation = s_empty.Value.AddSyntaxTrees(rewritten);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            ThrowIfInvalid(original);
            var error = result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
            var line = error.Location.GetLineSpan();
            throw new UnsupportedConstructException(
                "what this became: " + error.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
                line.Path,
                line.StartLinePosition.Line + 1,
                error.Location.SourceTree?.GetText().Lines[line.StartLinePosition.Line].ToString().Trim() ?? "");
        }

        image.Position = 0;
        var assembly = new AssemblyLoadContext("Simulated", isCollectible: true).LoadFromStream(image);
        return new SimulatedProgram(assembly, sites.Sites, [.. rewritten.Select(tree => tree.ToString())], refusals);
    }

    private static SyntaxTree Rewritten(SemanticModel model, SiteTable sites, List<UnsupportedConstructException> refusals)
    {
        var rewriter = new ProgramRewriter(model, sites);
        var root = rewriter.Visit(model.SyntaxTree.GetRoot());
        refusals.AddRange(rewriter.Refusals);

        // Parsed again: pieces that were put together need not be what the compiler would have read.
        return CSharpSyntaxTree.ParseText(root.ToFullString(), s_parseOptions, model.SyntaxTree.FilePath);
    }

    private static void ThrowIfInvalid(CSharpCompilation original)
    {
        if (original.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new ArgumentException("The source is no valid program: " + error);
        }
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name
                && (name is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Collections.dll" or "System.Collections.Concurrent.dll" or "System.Linq.dll"
                    or "System.Threading.dll" or "System.Memory.dll" or "System.Collections.Immutable.dll" or "System.Threading.Thread.dll" or "System.Console.dll"
                    or "System.Threading.ThreadPool.dll" or "System.Threading.Tasks.dll" or "System.Diagnostics.Debug.dll" or "System.Runtime.InteropServices.dll"
                    or "System.Private.Uri.dll" or "System.Threading.Channels.dll" or "System.Threading.Tasks.Parallel.dll" or "System.Linq.Expressions.dll"
                    or "System.ComponentModel.Primitives.dll" or "System.ObjectModel.dll" or "System.Diagnostics.StackTrace.dll" or "System.Net.Primitives.dll"
                    or "System.IO.MemoryMappedFiles.dll" or "System.Net.Sockets.dll" or "System.IO.Pipelines.dll" or "System.Runtime.Extensions.dll"
                    or "System.Text.RegularExpressions.dll" or "System.Text.Encoding.Extensions.dll" or "System.IO.dll" or "System.Reflection.dll"
                    or "System.Runtime.Numerics.dll" or "System.Globalization.dll"))
            .Append(typeof(SimulatedProgram).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));

    private Scenario ScenarioOf(Type type)
    {
        var wishes = type.GetCustomAttribute<ScenarioAttribute>()!;
        var methods = type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var threads = methods.Where(m => m.IsDefined(typeof(SimulatedThreadAttribute))).OrderBy(m => m.MetadataToken).ToList();
        var checks = methods.Where(m => m.IsDefined(typeof(InvariantAttribute))).OrderBy(m => m.MetadataToken).ToList();
        return new Scenario(type.Name, this, SetUp, wishes);

        ScenarioRun SetUp()
        {
            object instance;
            try
            {
                instance = Activator.CreateInstance(type, nonPublic: true)!;
            }
            catch (TargetInvocationException error) when (error.InnerException is { } inner)
            {
                throw new InvalidOperationException($"{type.Name} could not be set up: {inner.Message}", inner);
            }

            Action check = () => { };
            foreach (var method in checks)
            {
                check += method.CreateDelegate<Action>(instance);
            }

            return new ScenarioRun([.. threads.Select(m => (m.Name, m.CreateDelegate<Action>(instance)))], check);
        }
    }
}
