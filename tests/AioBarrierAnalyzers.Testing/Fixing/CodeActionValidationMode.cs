namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How a tree built by a fix is compared with the tree that its text parses to.</summary>
public enum CodeActionValidationMode
{
    None,

    /// <summary>Kinds and tokens.</summary>
    SemanticStructure,

    /// <summary>Trivia too.</summary>
    Full,
}
