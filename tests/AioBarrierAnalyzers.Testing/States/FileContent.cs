using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Equality of files as a user of the fix would see it: name, text, encoding and checksum algorithm.</summary>
internal static class FileContent
{
    public static bool AreEqual(SourceFileCollection left, SourceFileCollection right)
        => left.Select(file => file.filename).SequenceEqual(right.Select(file => file.filename))
            && left.Zip(right).All(pair => AreEqual(pair.First.content, pair.Second.content));

    public static bool HasChange(SolutionState before, SolutionState after)
        => HasChange((ProjectState)before, after)
            || before.AdditionalProjects.Count != after.AdditionalProjects.Count
            || before.AdditionalProjects.Any(project => HasChange(project.Value, after.AdditionalProjects.GetValueOrDefault(project.Key)));

    public static bool HasChange(ProjectState before, ProjectState? after)
        => after is null || before.AllFiles.Zip(after.AllFiles).Any(pair => !AreEqual(pair.First, pair.Second));

    private static bool AreEqual(SourceText left, SourceText right)
        => Equals(left.Encoding, right.Encoding) && left.ChecksumAlgorithm == right.ChecksumAlgorithm && left.ContentEquals(right);
}
