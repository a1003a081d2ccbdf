using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Builds workspace projects from states.</summary>
internal static class SolutionFactory
{
    /// <summary>Adds a project with its files and references, but not yet its references to other projects.</summary>
    public static Solution AddProject(
        Solution solution,
        ProjectId id,
        ProjectState state,
        IEnumerable<MetadataReference> references,
        CompilationOptions compilationOptions,
        ParseOptions parseOptions)
    {
        solution = solution
            .AddProject(id, state.Name, state.AssemblyName, state.Language)
            .WithProjectCompilationOptions(id, compilationOptions.WithOutputKind(state.OutputKind ?? OutputKind.DynamicallyLinkedLibrary))
            .WithProjectParseOptions(id, parseOptions.WithDocumentationMode(state.DocumentationMode ?? DocumentationMode.Diagnose))
            .AddMetadataReferences(id, references.Concat(state.AdditionalReferences));

        foreach (var file in state.Sources)
            solution = Add(file, (documentId, name, text, folders, path) => solution.AddDocument(documentId, name, text, folders, path));
        foreach (var file in state.AdditionalFiles)
            solution = Add(file, solution.AddAdditionalDocument);
        foreach (var file in state.AnalyzerConfigFiles)
            solution = Add(file, solution.AddAnalyzerConfigDocument);

        return solution;

        Solution Add((string filename, SourceText content) file, AddFile add)
        {
            var (name, folders) = NameAndFolders(state.DefaultPrefix, file.filename);
            return add(DocumentId.CreateNewId(id, file.filename), name, file.content, folders, file.filename);
        }
    }

    /// <summary>Splits a path into folders below the project's own folder, and a name; a rooted path elsewhere is a name as a whole.</summary>
    public static (string Name, string[] Folders) NameAndFolders(string defaultPrefix, string path)
    {
        var root = defaultPrefix[..(defaultPrefix.LastIndexOf('/') + 1)];
        if (root.Length == 0 || !path.StartsWith(root, StringComparison.Ordinal))
            return (Path.IsPathRooted(path) && root.Length > 0 ? path : Path.GetFileName(path), []);

        var parts = path[root.Length..].Split('/');
        return (parts[^1], parts[..^1]);
    }

    public static Solution AddProjectReferences(Solution solution, ProjectState state, IReadOnlyDictionary<string, ProjectId> ids)
        => solution.AddProjectReferences(ids[state.Name], state.AdditionalProjectReferences.Select(name => new ProjectReference(ids[name])));

    private delegate Solution AddFile(DocumentId id, string name, SourceText text, IEnumerable<string>? folders, string? filePath);
}
