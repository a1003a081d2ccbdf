using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares a fixed project with its expected state, file by file.</summary>
internal static class ProjectComparer
{
    public static async Task VerifyAsync(SolutionState expected, Project actual, IVerifier verifier, CancellationToken cancellationToken)
    {
        await VerifyAsync((ProjectState)expected, actual, verifier, cancellationToken);
        foreach (var (name, project) in expected.AdditionalProjects)
            await VerifyAsync(project, actual.Solution.Projects.Single(candidate => candidate.Name == name), verifier, cancellationToken);
    }

    private static async Task VerifyAsync(ProjectState expected, Project actual, IVerifier verifier, CancellationToken cancellationToken)
    {
        await VerifyFilesAsync(nameof(expected.Sources), expected.Sources, actual.Documents);
        await VerifyFilesAsync(nameof(expected.AdditionalFiles), expected.AdditionalFiles, actual.AdditionalDocuments);
        await VerifyFilesAsync(nameof(expected.AnalyzerConfigFiles), expected.AnalyzerConfigFiles, actual.AnalyzerConfigDocuments);

        async Task VerifyFilesAsync(string kind, SourceFileCollection files, IEnumerable<TextDocument> actualDocuments)
        {
            var documents = actualDocuments.ToList();
            var found = $"'{documents.Count}': {string.Join(", ", documents.Select(document => document.Name))}";
            verifier.True(files.Count == documents.Count, $"Expected '{files.Count}' files in '{kind}' of '{expected.Name}' but found {found}");
            foreach (var ((path, content), document) in files.Zip(documents))
            {
                var text = await document.GetTextAsync(cancellationToken);
                var (name, folders) = SolutionFactory.NameAndFolders(expected.DefaultPrefix, path);
                verifier.EqualOrDiff(content.ToString(), text.ToString(), $"content of '{path}' did not match. Diff shown with expected as baseline:");
                VerifyPart("encoding", path, content.Encoding?.WebName, text.Encoding?.WebName);
                VerifyPart("checksum algorithm", path, content.ChecksumAlgorithm, text.ChecksumAlgorithm);
                VerifyPart("file name", path, name, document.Name);
                VerifyPart("folder", path, string.Join('/', folders), string.Join('/', document.Folders));
            }
        }

        void VerifyPart<T>(string part, string path, T expectedPart, T actualPart)
            => verifier.Equal(expectedPart, actualPart, $"{part} of '{path}' was expected to be '{expectedPart}' but was '{actualPart}'");
    }
}
