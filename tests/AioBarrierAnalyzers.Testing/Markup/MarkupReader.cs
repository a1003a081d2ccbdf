using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Turns the marks in every file of a state into expected diagnostics and locations.</summary>
internal sealed class MarkupReader(
    MarkupOptions options,
    DiagnosticDescriptor? defaultDescriptor,
    ImmutableArray<DiagnosticDescriptor> descriptors,
    ImmutableArray<string> fixableIds,
    string defaultPath)
{
    private readonly List<DiagnosticResult> _marked = [];
    private ImmutableDictionary<string, FileLinePositionSpan> _locations = ImmutableDictionary<string, FileLinePositionSpan>.Empty;

    /// <summary>A state without markup, with the diagnostics that the markup and the test expect.</summary>
    public SolutionState Read(SolutionState state)
    {
        _marked.Clear();
        _locations = _locations.Clear();
        var mode = state.MarkupHandling ?? MarkupMode.Allow;
        var result = new SolutionState(state.Name, state.Language, state.DefaultPrefix, state.DefaultExtension)
        {
            MarkupHandling = MarkupMode.None,
            InheritanceMode = StateInheritanceMode.Explicit,
        };
        result.TakeSettings(state);
        Copy(state, result, mode);
        foreach (var (name, project) in state.AdditionalProjects)
        {
            var copy = new ProjectState(project.Name, project.Language, project.DefaultPrefix, project.DefaultExtension)
            {
                ReferenceAssemblies = project.ReferenceAssemblies,
                OutputKind = project.OutputKind,
                DocumentationMode = project.DocumentationMode,
            };
            Copy(project, copy, mode);
            result.AdditionalProjects.Add(name, copy);
        }

        var expected = state.ExpectedDiagnostics.Concat(_marked);
        result.ExpectedDiagnostics.AddRange(expected.Select(item => item.WithDefaultPath(defaultPath).WithMarkupLocations(_locations)));
        return result;
    }

    private void Copy(ProjectState from, ProjectState to, MarkupMode mode)
    {
        foreach (var (source, target) in from.AllFiles.Zip(to.AllFiles))
            target.AddRange(source.Select(file => (file.filename, Read(file.filename, file.content, mode))));

        to.AdditionalProjectReferences.AddRange(from.AdditionalProjectReferences);
        to.AdditionalReferences.AddRange(from.AdditionalReferences);
    }

    private SourceText Read(string path, SourceText content, MarkupMode mode)
    {
        if (mode == MarkupMode.None)
            return content;

        var positions = ImmutableArray<int>.Empty;
        ImmutableDictionary<string, ImmutableArray<TextSpan>> spans;
        string output;
        if (options.HasFlag(MarkupOptions.TreatPositionIndicatorsAsCode))
            TestFileMarkupParser.GetSpans(content.ToString(), treatPositionIndicatorsAsCode: true, out output, out spans);
        else
            TestFileMarkupParser.GetPositionsAndSpans(content.ToString(), out output, out positions, out spans);

        var text = SourceText.From(output, content.Encoding, content.ChecksumAlgorithm);
        if (mode == MarkupMode.Ignore)
            return text;

        foreach (var position in positions)
            Expect(string.Empty, mode, expected => expected.WithLocation(path, text.Lines.GetLinePosition(position)));

        foreach (var (name, named) in spans.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var span in named.Select(span => new FileLinePositionSpan(path, text.Lines.GetLinePositionSpan(span))))
            {
                if (!name.StartsWith('#'))
                    Expect(name, mode, expected => expected.WithSpan(span));
                else if (!_locations.ContainsKey(name))
                    _locations = _locations.Add(name, span);
                else
                    throw new InvalidOperationException($"Input contains multiple markup locations with key '{name}'");
            }
        }

        return text;
    }

    private void Expect(string id, MarkupMode mode, Func<DiagnosticResult, DiagnosticResult> place)
    {
        const string UseFirst = $"or set {nameof(MarkupOptions)}.{nameof(MarkupOptions.UseFirstDescriptor)}.";
        if (id.Length == 0 && defaultDescriptor is null)
            throw new InvalidOperationException($"[|...|] needs a first analyzer with a single descriptor; name the id {UseFirst}");

        var candidates = id.Length == 0 ? [defaultDescriptor!] : descriptors.Where(descriptor => descriptor.Id == id).ToArray();
        if (mode == MarkupMode.IgnoreFixable && fixableIds.Contains(id.Length > 0 ? id : candidates[0].Id))
            return;

        if (candidates.Length > 1 && !options.HasFlag(MarkupOptions.UseFirstDescriptor))
            throw new InvalidOperationException($"Several descriptors have the id '{id}'; expect the diagnostic explicitly {UseFirst}");

        // An id that no analyzer has is the compiler's. A mark says where, so everything else is left open.
        var expected = candidates.Length == 0 ? DiagnosticResult.CompilerError(id) : new DiagnosticResult(candidates[0]);
        _marked.Add(place(expected.WithMessage(null).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity)));
    }
}
