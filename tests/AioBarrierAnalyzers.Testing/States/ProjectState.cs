using System.Collections.Generic;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The content of one project.</summary>
public class ProjectState(string name, string language, string defaultPrefix, string defaultExtension)
{
    public string Name { get; } = name;

    public string AssemblyName { get; } = name;

    public string Language { get; } = language;

    /// <summary>The project's own reference assemblies, or null for those of the test.</summary>
    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    public OutputKind? OutputKind { get; set; }

    public DocumentationMode? DocumentationMode { get; set; }

    public SourceFileList Sources { get; } = new(defaultPrefix, defaultExtension);

    public SourceFileCollection AdditionalFiles { get; } = [];

    /// <summary>Texts of <c>.editorconfig</c> and <c>.globalconfig</c> files; the workspace applies them as a build would.</summary>
    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    /// <summary>Names of projects that this one references.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];

    public MetadataReferenceCollection AdditionalReferences { get; } = [];

    internal string DefaultPrefix { get; } = defaultPrefix;

    internal string DefaultExtension { get; } = defaultExtension;

    internal IEnumerable<SourceFileCollection> AllFiles => [Sources, AdditionalFiles, AnalyzerConfigFiles];
}
