/** Everyday words, surnames and given names that are also towns: they need more than a capital. Folded. */
export const PLACE_LIKE_WORDS: ReadonlySet<string> = new Set(
  `lead nice mobile reading bath most best same man split lens orange of university young price green gold silver copper iron zinc tin nickel
  steel metal battery mine works mill mills furnace center centre park project projects plant plants march may june august order enterprise industry commerce
  progress union liberty independence hope energy power garden gardens hill hills field fields lake lakes river rivers spring springs forest valley
  beach bay port ford bridge church temple castle crown king queen prince duke earl baron page bell ball cook baker carter mason
  turner taylor smith jones brown white black grey gray stone wood woods rose lily ivy violet martin george james henry paul peter david john thomas
  edward charles albert victor leon oscar max felix simon philip anthony vincent carmen maria julia anna elizabeth victoria sofia diana helena eva rosa
  santiago san santa saint general major council commission committee chemical chemicals carbon asia europe america africa pacific global international
  west east north south central national federal state district region section model star sun moon sky ocean sea island islands
  china india japan korea jordan georgia chad cuba mali niger peru poland norway denmark vienna-convention convention
  media press news link links home about contact view web net media data digital smart clean water air earth fire waste dust slag scrap
  today tomorrow mission vision value quality service services group company business market trade fair expo forum award awards
  battle creek branch buffalo eagle elk hammer hunter imperial junction laurel love magnolia marathon normal oil optimo pearl pine plain
  rice rock royal sage salem salt sand shell short social speed sport storm sugar summit sweet table trinity troy tyre unity universal van wall wells
  zion basel rotterdam-convention minamata-convention kigali-amendment montreal-protocol kyoto-protocol paris-agreement see as on in at to is are was no do so
  he she it we us all any both each here how its let new now off old one our out own put say she such two use way who why you with from this that these those
  under after before once when where while also among along only over some than then there they very well will your during following according
  despite since through until upon within without together chen li wang zhang zhao liu yang huang wu zhou xu sun ma zhu hu guo lin luo gao liang tang han
  feng yu dong cao yuan deng fu zeng peng lu su cai jia ding wei xue ye pan du dai xia tian ren fan fang shi yao tan kim lee park choi jung cho kang lim
  ali ahmed khan singh kumar das roy nguyen tran pham hoang phan vu dang bui do ho ngo duong ly silva santos costa oliveira garcia lopez perez sanchez
  cobalt carmel chase cooper deal delta eden fairfield gap grant gulf harmony ideal jet kent key lance lane logan mark marks max mercury miller
  moore morgan nelson noble parker pass path peace point post premier prime pure ranger ray real red reed rich ridge ring robert robin rocky ross roy
  russell scott sharp shaw sterling stewart strong swan tate ten terra thor tiger titan tower trust tucker via viola ward washington wayne west will wilson
  win wing winner wolf worth wright york mos alfa bravo como alto bo an sur sol uno dos este norte la el los las del das der die das und mit
  environment environmental ecology ecological technology technologies science research institute school college academy ministry department
  secretariat agency director manager minister president professor doctor`
    .split(/\s+/)
    .filter(Boolean),
)
