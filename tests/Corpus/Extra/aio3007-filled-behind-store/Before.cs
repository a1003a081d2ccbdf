using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3007FilledBehindStore.Before;

public static class Mnemonics
{
    private static volatile Dictionary<string, int> _codes;

    public static int CodeOf(string word) => Codes().TryGetValue(word, out int code) ? code : -1;

    public static int[] CodesOf(string[] words)
    {
        var codes = new int[words.Length];
        Parallel.For(0, words.Length, i => codes[i] = CodeOf(words[i]));
        return codes;
    }

    private static Dictionary<string, int> Codes()
    {
        if (_codes == null)
        {
            _codes = new Dictionary<string, int>();
            _codes.Add("add", 1);
            _codes.Add("sub", 2);
            _codes.Add("jmp", 9);
        }

        return _codes;
    }
}
